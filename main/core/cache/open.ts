import Database from 'better-sqlite3';
import { asCacheError, CacheError } from './cache-error.ts';
import { migrate } from './migrate.ts';

export { asCacheError, CacheError };

export type Db = Database.Database;

/**
 * Opens the file with its key and looks at nothing in it yet (ChaCha20-Poly1305 a page, by SQLite3
 * Multiple Ciphers). `keyHex` is 64 hex digits; a raw key needs no derivation, which is what keeps
 * opening fast.
 */
export function openDatabase(file: string, keyHex: string): Db {
  if (!/^[0-9a-f]{64}$/.test(keyHex)) throw new CacheError('wrong_key');
  const db = new Database(file);
  db.pragma(`cipher='chacha20'`);
  db.pragma(`key="raw:${keyHex}"`);
  return db;
}

/**
 * Opens the encrypted cache and brings its tables up to date.
 *
 * @throws {CacheError}
 */
export function openCache(file: string, keyHex: string): Db {
  let db: Db | undefined;
  try {
    db = openDatabase(file, keyHex);
    db.pragma('journal_mode=WAL');
    // S7: what the person wrote must also survive a power cut.
    db.pragma('synchronous=FULL');
    db.pragma('foreign_keys=OFF');
    // Deleted words leave the file, not only the table.
    db.pragma('secure_delete=ON');
    db.pragma('temp_store=MEMORY');
    db.pragma('cache_size=-32000');
    // A catch-up changes the same pages of indexes again and again: they go back once for many times.
    db.pragma('wal_autocheckpoint=4000');
    db.pragma('busy_timeout=2000');
    migrate(db);
    // Damage in what every start reads shows here, where the file can still be set aside.
    for (const table of ['scopes', 'holes', 'outbox', 'meta']) {
      db.prepare(`SELECT count(*) FROM ${table}`).get();
    }
    return db;
  } catch (error) {
    db?.close();
    throw asCacheError(error);
  }
}
