import Database from 'better-sqlite3';
import { migrate } from './migrate.ts';

export type Db = Database.Database;

/** The cache cannot be opened or written; `code` is a key of `problem.<code>`. */
export class CacheError extends Error {
  override readonly name = 'CacheError';
  readonly code: 'wrong_key' | 'corrupt' | 'disk_full' | 'read_only' | 'newer';

  constructor(code: CacheError['code'], cause?: unknown) {
    super(`cache: ${code}`, { cause });
    this.code = code;
  }
}

/** Gives SQLite's own failures the name that a person is told; anything else stays what it is. */
export function asCacheError(error: unknown): unknown {
  const code = error instanceof Database.SqliteError ? error.code : '';
  if (code === 'SQLITE_NOTADB') return new CacheError('wrong_key', error);
  if (code.startsWith('SQLITE_CORRUPT')) return new CacheError('corrupt', error);
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE') {
    return new CacheError('disk_full', error);
  }
  // A disk that fails in any other way cannot be written to, which is all that a person can tell.
  const refused = ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_IOERR', 'SQLITE_PERM'];
  if (refused.some((name) => code.startsWith(name))) return new CacheError('read_only', error);
  return error;
}

/**
 * Opens the encrypted cache (ChaCha20-Poly1305 a page, by SQLite3 Multiple Ciphers), and brings
 * its tables up to date. `keyHex` is 64 hex digits; a raw key needs no derivation, which is what
 * keeps opening fast.
 *
 * @throws {CacheError}
 */
export function openCache(file: string, keyHex: string): Db {
  if (!/^[0-9a-f]{64}$/.test(keyHex)) throw new CacheError('wrong_key');
  let db: Db | undefined;
  try {
    db = new Database(file);
    db.pragma(`cipher='chacha20'`);
    db.pragma(`key="raw:${keyHex}"`);
    db.pragma('journal_mode=WAL');
    // S7: what the person wrote must also survive a power cut.
    db.pragma('synchronous=FULL');
    db.pragma('foreign_keys=OFF');
    // Deleted words leave the file, not only the table.
    db.pragma('secure_delete=ON');
    db.pragma('temp_store=MEMORY');
    db.pragma('cache_size=-32000');
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
