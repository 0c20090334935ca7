import { asCacheError, CacheError, isDamage } from './cache-error.ts';
import { FILE_COLUMNS, FileIndex, type KeptFile } from '../files/file-index.ts';
import { UPLOAD_COLUMNS, UploadTable, type Upload } from '../files/upload-table.ts';
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

/** What nobody else has: unsent commands, and the files that were attached here. */
export interface Salvaged {
  commands: Unsent[];
  files: KeptFile[];
  uploads: Upload[];
}

/**
 * What of the outbox can still be read, in the order of writing: from both ends to the first page
 * that does not open. Acknowledged commands need nobody.
 *
 * @throws {CacheError} where the disk refuses
 */
export function salvage(file: string, key: string): Salvaged {
  const found = new Map<number, Unsent>();
  let files: KeptFile[] = [];
  let uploads: Upload[] = [];
  let db: Db | undefined;
  try {
    db = openDatabase(file, key);
    // A file that lost its end is read as far as it goes; SQLite would refuse all of it.
    db.unsafeMode();
    db.pragma('writable_schema=ON');
    for (const order of ['ASC', 'DESC']) read(db, order, found);
    files = readAll(db, `SELECT ${FILE_COLUMNS} FROM files WHERE unsent = 1`) as KeptFile[];
    uploads = readAll(db, `SELECT ${UPLOAD_COLUMNS} FROM uploads`) as Upload[];
    // A cache that is damaged is not brought up to date first: it may know no lengths yet.
    if (uploads.length === 0) {
      const before = UPLOAD_COLUMNS.replace('duration_ms AS', 'NULL AS');
      uploads = readAll(db, `SELECT ${before} FROM uploads`) as Upload[];
    }
  } catch (error) {
    // Not even the first page. But a disk that refuses to be read now may do it tomorrow.
    stopOnDisk(error);
  } finally {
    db?.close();
  }
  const commands = [...found.values()].sort((a, b) => a.seq - b.seq);
  return { commands, files, uploads };
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

/** Up to the first page that cannot be read. */
function readAll(db: Db, sql: string): unknown[] {
  const found: unknown[] = [];
  try {
    for (const row of db.prepare(sql).iterate()) found.push(row);
  } catch (error) {
    stopOnDisk(error);
  }
  return found;
}

function stopOnDisk(error: unknown): void {
  const told = asCacheError(error);
  if (told instanceof CacheError && !isDamage(told)) throw told;
}

export function restore(db: Db, { commands, files, uploads }: Salvaged): void {
  const add = db.prepare(
    `INSERT OR IGNORE INTO outbox (op, lane, name, args, created_at, state, outcome, supersedes)
     VALUES (@op, @lane, @name, @args, @createdAt, @state, @outcome, @supersedes)`,
  );
  db.transaction(() => {
    for (const row of commands) add.run(row);
    const index = new FileIndex(db);
    for (const row of files) index.put(row);
    const table = new UploadTable(db);
    for (const row of uploads) table.add(row);
  }).immediate();
}
