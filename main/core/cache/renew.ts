import { rmSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { CacheError, openCache, openDatabase, type Db } from './open.ts';

const CACHE = 'cache.db';
const DAMAGED = 'damaged.db';
const withCompanions = (name: string): string[] => [name, `${name}-wal`, `${name}-shm`];

/** Every file that may hold something of the workspace: what a wipe removes (S12). */
export const CACHE_FILES: readonly string[] = [
  ...withCompanions(CACHE),
  ...withCompanions(DAMAGED),
];

interface Unsent {
  op: string;
  lane: string;
  name: string;
  args: string;
  createdAt: number;
  state: string;
  outcome: string | null;
  supersedes: string | null;
}

/**
 * Opens the cache of a profile. A damaged one is set aside and made anew: what was confirmed comes
 * back from the relay, and what was not yet sent is carried over first, since nobody else has it
 * (S7).
 *
 * @throws {CacheError} where the disk refuses, or a newer version has used the cache
 */
export function openOrRenewCache(
  dir: string,
  key: string,
  log: (message: string, detail?: Record<string, unknown>) => void,
): Db {
  const file = join(dir, CACHE);
  try {
    return openCache(file, key);
  } catch (error) {
    const damaged =
      error instanceof CacheError && (error.code === 'corrupt' || error.code === 'wrong_key');
    if (!damaged) throw error;
    const unsent = salvage(file, key);
    log('the cache is damaged and is made anew', { code: error.code, unsent: unsent.length });
    setAside(dir);
    const db = openCache(file, key);
    restore(db, unsent);
    return db;
  }
}

/** What of the outbox can still be read, in the order of writing; acknowledged commands need nobody. */
function salvage(file: string, key: string): Unsent[] {
  const found: Unsent[] = [];
  let db: Db | undefined;
  try {
    db = openDatabase(file, key);
    const rows = db
      .prepare<[], Unsent>(
        `SELECT op, lane, name, args, created_at AS createdAt, state, outcome, supersedes
         FROM outbox WHERE state <> 'acked' ORDER BY seq`,
      )
      .iterate();
    for (const row of rows) found.push(row);
  } catch {
    // Up to the first page that cannot be read.
  } finally {
    db?.close();
  }
  return found;
}

function setAside(dir: string): void {
  for (const name of withCompanions(DAMAGED)) rmSync(join(dir, name), { force: true });
  for (const [i, name] of withCompanions(CACHE).entries()) {
    try {
      renameSync(join(dir, name), join(dir, withCompanions(DAMAGED)[i]!));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
        throw new CacheError('read_only', error);
      }
    }
  }
}

function restore(db: Db, unsent: readonly Unsent[]): void {
  const add = db.prepare(
    `INSERT OR IGNORE INTO outbox (op, lane, name, args, created_at, state, outcome, supersedes)
     VALUES (@op, @lane, @name, @args, @createdAt, @state, @outcome, @supersedes)`,
  );
  db.transaction(() => {
    for (const row of unsent) add.run(row);
  }).immediate();
}
