import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from '@playwright/test';
import type { SomeFile } from './some-files.ts';

/** Bytes that may go to the browser in words of the test's; more take seconds on a slow machine. */
const IN_WORDS = 1_000_000;

/** Files as a dialog gives them: large ones lie on the disk, in the folder of the test's results. */
export function chosenFiles(files: readonly SomeFile[]): SomeFile[] | string[] {
  const size = files.reduce((sum, { buffer }) => sum + buffer.length, 0);
  if (size <= IN_WORDS) return [...files];
  return files.map(({ name, buffer }) => {
    const path = test.info().outputPath('chosen', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, buffer);
    return path;
  });
}
