import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { noteKey } from './key-check.ts';
import { openCache, openDatabase } from './open.ts';

/** A copy of the cache under the next key, until it takes the cache's place. */
export const REKEYED = 'rekeyed.db';

/**
 * Gives the cache another key: a copy of the file is encrypted anew, page by page, and takes its
 * place by one rename. A kill leaves the one or the other whole, and at most a copy to be removed.
 * Nobody may have the cache open. It needs room for a second copy.
 *
 * @throws {CacheError} or the file system's error; the cache has its old key then
 */
export function rekeyCache(dir: string, from: string, to: string): void {
  const file = join(dir, 'cache.db');
  const copy = join(dir, REKEYED);
  dropCopy(dir);
  if (!existsSync(file)) return;
  const before = openCache(file, from);
  try {
    before.pragma('wal_checkpoint(TRUNCATE)');
    // Without a log the file is the whole cache.
    before.pragma('journal_mode=DELETE');
  } finally {
    before.close();
  }
  try {
    copyFileSync(file, copy);
    const db = openDatabase(copy, from);
    try {
      db.pragma('journal_mode=DELETE');
      db.pragma(`rekey="raw:${to}"`);
    } finally {
      db.close();
    }
    // Reads what every start reads, and throws where that does not work.
    openCache(copy, to).close();
    sync(copy);
    renameSync(copy, file);
    if (process.platform !== 'win32') sync(dir);
  } catch (error) {
    dropCopy(dir);
    throw error;
  }
  noteKey(dir, to);
}

export function dropCopy(dir: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) {
    rmSync(join(dir, `${REKEYED}${end}`), { force: true });
  }
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
