import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from '../figure.ts';
import { Program, temporaryFolder } from '../relay/program.ts';
import { fillCache } from './filled-cache.ts';

const MESSAGES = 1_000_000;
const CHANNELS = 300;

/** Opening, pages, search and memory over an encrypted cache of a million messages. */
export async function millionFigures(): Promise<Figure[]> {
  const file = join(temporaryFolder('million'), 'cache.db');
  const description = `${file}.json`;
  writeFileSync(description, JSON.stringify(fillCache(file, MESSAGES, CHANNELS)));
  const reader = new Program('bench/core/reader.ts', [file, description]);
  const figures = await reader.line<Figure[]>();
  await reader.stop();
  return figures;
}
