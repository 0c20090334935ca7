import Database from 'better-sqlite3';
import { StoreUnavailable } from '../port.ts';

export type Db = Database.Database;

/** How long a write waits for another process (the admin command line, an import), ms. */
const BUSY_MS = 5_000;

/**
 * Pages of 4 KiB that the log holds before they are moved into the database: a page of an index
 * that many groups wrote to is moved once for all of them. A restart reads so much again.
 */
const CHECKPOINT_PAGES = 4_000;

/**
 * Opens the database so that a commit is durable when it returns (S10): WAL with a sync at every
 * commit.
 */
export function openDatabase(file: string, busyMs = BUSY_MS): Db {
  const db = new Database(file, { timeout: busyMs });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('cache_size = -65536');
    db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    db.pragma('temp_store = MEMORY');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** What a full disk, a lost folder or a database held by somebody else looks like. */
const unavailable =
  /^SQLITE_(FULL|IOERR|BUSY|LOCKED|READONLY|CANTOPEN|CORRUPT|NOTADB|PERM|PROTOCOL|NOMEM)/;

/**
 * Runs synchronous work on the database behind a promise. A failure of the disk or of the
 * database becomes `StoreUnavailable`; a mistake in the code stays what it is.
 */
export async function reach<T>(run: () => T): Promise<T> {
  try {
    return run();
  } catch (error) {
    throw asUnavailable(error);
  }
}

export function asUnavailable(error: unknown): unknown {
  const closed = error instanceof TypeError && error.message.includes('connection is not open');
  const failed = error instanceof Database.SqliteError && unavailable.test(error.code);
  return closed || failed ? new StoreUnavailable(error.message, { cause: error }) : error;
}
