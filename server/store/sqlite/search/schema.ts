import Database from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { openDatabase, type Db } from '../database.ts';

/** Moves when a text would be indexed otherwise; the index is then made anew. */
const INDEX_VERSION = 2;

/**
 * The words of all messages, in a file of their own: they can be made again from the rows, so
 * losing its last moments in a power cut costs nothing, and writing them holds no message up.
 *
 * `docs.rowid` rises with the message's time, so the index is walked newest first without sorting.
 * `docs.text` and `docs.facts` are what was indexed: FTS5 takes a text out by being told it once
 * more, and then leaves none of its words in the file (`secure-delete`). `done` has how far each
 * scope's rows are in it, by version (S3).
 */
const schema = `
  CREATE TABLE docs (
    rowid INTEGER PRIMARY KEY,
    scope_id INTEGER NOT NULL,
    id TEXT NOT NULL,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    facts TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX docs_by_id ON docs (id);
  CREATE TABLE done (scope_id INTEGER PRIMARY KEY, version INTEGER NOT NULL) STRICT;
  CREATE TABLE mark (tick INTEGER NOT NULL, of TEXT NOT NULL) STRICT;
  CREATE VIRTUAL TABLE terms USING fts5(
    tokens, content='', columnsize=0, detail=none, tokenize='ascii'
  );
  INSERT INTO terms (terms, rank) VALUES ('secure-delete', 1);
  PRAGMA user_version = ${INDEX_VERSION};
`;

/** Opens the index, and begins an empty one where there is none of this form, or a damaged one. */
export function openIndex(file: string): Db {
  try {
    const db = openDatabase(file);
    if (db.pragma('user_version', { simple: true }) === INDEX_VERSION) return settled(db);
    db.close();
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  removeIndex(file);
  const db = openDatabase(file);
  db.transaction(() => {
    // Another process may have been quicker.
    if (db.pragma('user_version', { simple: true }) !== INDEX_VERSION) db.exec(schema);
  }).immediate();
  return settled(db);
}

function settled(db: Db): Db {
  db.pragma('synchronous = NORMAL');
  db.pragma('secure_delete = ON');
  return db;
}

export function removeIndex(file: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
}

/** FTS5 names no code where it cannot read how its table was made. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Database.SqliteError &&
  (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code) ||
    error.message.startsWith('vtable constructor failed'));
