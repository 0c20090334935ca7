import { readFileSync } from 'node:fs';
import { UsageError } from '../usage-error.ts';

/** @throws {UsageError} where there is no such file, or no JSON in it */
export function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`There is nothing to read at ${file}.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${file} is not JSON.`);
  }
}
