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
 */
export function salvage(file: string, key: string): Unsent[] {
  const found = new Map<number, Unsent>();
  let db: Db | undefined;
  try {
    db = openDatabase(file, key);
    for (const order of ['ASC', 'DESC']) read(db, order, found);
  } catch {
    // Not even the first page.
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
  } catch {
    // Up to the first page that cannot be read.
  }
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
