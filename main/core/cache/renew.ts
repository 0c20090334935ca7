import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { KEY_CHECK, keyFits, noteKey } from './key-check.ts';
import { asCacheError, CacheError, openCache, type Db } from './open.ts';
import { REKEYED } from './rekey.ts';
import { restore, salvage } from './salvage.ts';

const CACHE = 'cache.db';
const DAMAGED = 'damaged.db';
/** A whole new cache with what was salvaged, until it takes its place. */
const FRESH = 'fresh.db';
const withCompanions = (name: string): string[] => [
  ...[name, `${name}-wal`, `${name}-shm`, `${name}-journal`],
];

/** Every file that may hold something of the workspace: what a wipe removes (S12). */
export const CACHE_FILES: readonly string[] = [
  ...[CACHE, DAMAGED, FRESH, REKEYED].flatMap(withCompanions),
  KEY_CHECK,
];

type Log = (message: string, detail?: Record<string, unknown>) => void;

/**
 * Opens the cache of a profile. A damaged one is made anew (`renewCache`).
 *
 * @throws {CacheError} where the disk refuses, a newer version has used the cache, or the key is
 * not the one that it was written with; the file is left alone then
 */
export function openOrRenewCache(dir: string, key: string, log: Log): Db {
  const file = join(dir, CACHE);
  finishRenewal(dir);
  const isNew = !existsSync(file);
  try {
    // Before the first page is written, so that no cache is without it.
    if (isNew) noteKey(dir, key);
    const db = openCache(file, key);
    // What a purge removes must not live on in a copy (S11).
    remove(dir, DAMAGED);
    return db;
  } catch (error) {
    const told = asCacheError(error);
    if (!(told instanceof CacheError)) throw fileError(error);
    const damaged = told.code === 'corrupt' || (told.code === 'wrong_key' && keyFits(dir, key));
    if (!damaged) throw told;
    return renewCache(dir, key, log);
  }
}

/**
 * Sets the cache aside and makes it anew: what was confirmed comes back from the relay, and what
 * was not yet sent is carried over first, since nobody else has it (S7). The new one is whole on
 * the disk before the old one moves: whatever happens in between, one of them has the unsent.
 * Nobody may have the old one open.
 *
 * @throws {CacheError} where the disk refuses; the old file is where it was then
 */
export function renewCache(dir: string, key: string, log: Log): Db {
  const unsent = salvage(join(dir, CACHE), key);
  log('the cache is damaged and is made anew', {
    unsent: unsent.commands.length,
    files: unsent.uploads.length,
  });
  try {
    remove(dir, FRESH);
    const fresh = openCache(join(dir, FRESH), key);
    try {
      restore(fresh, unsent);
    } finally {
      fresh.close();
    }
    setAside(dir);
    renameSync(join(dir, FRESH), join(dir, CACHE));
    noteKey(dir, key);
  } catch (error) {
    throw fileError(error);
  }
  return openCache(join(dir, CACHE), key);
}

/** A kill between two of the renames: the new cache is whole by then. */
function finishRenewal(dir: string): void {
  const has = (name: string): boolean => existsSync(join(dir, name));
  if (!has(FRESH)) return;
  try {
    if (!has(CACHE) && has(DAMAGED)) {
      // The log of the old one would be read as if it were the new one's.
      for (const name of withCompanions(CACHE)) rmSync(join(dir, name), { force: true });
      renameSync(join(dir, FRESH), join(dir, CACHE));
    }
    remove(dir, FRESH);
  } catch (error) {
    throw fileError(error);
  }
}

function setAside(dir: string): void {
  remove(dir, DAMAGED);
  for (const [i, name] of withCompanions(CACHE).entries()) {
    try {
      renameSync(join(dir, name), join(dir, withCompanions(DAMAGED)[i]!));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

function remove(dir: string, name: string): void {
  for (const one of withCompanions(name)) rmSync(join(dir, one), { force: true });
}

/** The file system's own refusals, beside SQLite's. */
function fileError(error: unknown): unknown {
  const told = asCacheError(error);
  if (told instanceof CacheError) return told;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new CacheError('disk_full', error);
  return code === undefined ? error : new CacheError('read_only', error);
}
