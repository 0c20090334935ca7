import { asCacheError, CacheError, isDamage } from './cache-error.ts';
import { openDatabase, type Db } from './open.ts';

/** A command that the relay has not confirmed, as it stands in the table. */
export interface Unsent {
  seq: number;
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
 * What of the outbox can still be read, in the order of writing: from both ends to the first page
 * that does not open. Acknowledged commands need nobody.
 *
 * @throws {CacheError} where the disk refuses
 */
export function salvage(file: string, key: string): Unsent[] {
  const found = new Map<number, Unsent>();
  let db: Db | undefined;
  try {
    db = openDatabase(file, key);
    // A file that lost its end is read as far as it goes; SQLite would refuse all of it.
    db.unsafeMode();
    db.pragma('writable_schema=ON');
    for (const order of ['ASC', 'DESC']) read(db, order, found);
  } catch (error) {
    // Not even the first page. But a disk that refuses to be read now may do it tomorrow.
    stopOnDisk(error);
  } finally {
    db?.close();
  }
  return [...found.values()].sort((a, b) => a.seq - b.seq);
}

function read(db: Db, order: string, found: Map<number, Unsent>): void {
  try {
    const rows = db
      .prepare<[], Unsent>(
        `SELECT seq, op, lane, name, args, created_at AS createdAt, state, outcome, supersedes
         FROM outbox WHERE state <> 'acked' ORDER BY seq ${order}`,
      )
      .iterate();
    for (const row of rows) found.set(row.seq, row);
  } catch (error) {
    // Up to the first page that cannot be read.
    stopOnDisk(error);
  }
}

function stopOnDisk(error: unknown): void {
  const told = asCacheError(error);
  if (told instanceof CacheError && !isDamage(told)) throw told;
}

export function restore(db: Db, unsent: readonly Unsent[]): void {
  const add = db.prepare(
    `INSERT OR IGNORE INTO outbox (op, lane, name, args, created_at, state, outcome, supersedes)
     VALUES (@op, @lane, @name, @args, @createdAt, @state, @outcome, @supersedes)`,
  );
  db.transaction(() => {
    for (const row of unsent) add.run(row);
  }).immediate();
}
