import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the built page is made of. */
const SOURCES = ['renderer', 'shared', 'package-lock.json'];
const UNBUILT = /\.test\.tsx?$/;

function newestOf(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  let newest = 0;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isFile() && UNBUILT.test(entry.name)) continue;
    newest = Math.max(newest, newestOf(join(path, entry.name)));
  }
  return newest;
}

/** Whether a built file is there and newer than everything that it is made of. */
export function isFresh(
  root: string,
  built: string,
  sources: readonly string[] = SOURCES,
): boolean {
  const made = statSync(join(root, built), { throwIfNoEntry: false })?.mtimeMs;
  if (made === undefined) return false;
  return sources.every((source) => newestOf(join(root, source)) <= made);
}
