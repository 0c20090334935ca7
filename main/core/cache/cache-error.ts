import Database from 'better-sqlite3';

/** The cache cannot be opened or written; `code` is a key of `problem.<code>`. */
export class CacheError extends Error {
  override readonly name = 'CacheError';
  readonly code: 'wrong_key' | 'corrupt' | 'disk_full' | 'read_only' | 'newer';

  constructor(code: CacheError['code'], cause?: unknown) {
    super(`cache: ${code}`, { cause });
    this.code = code;
  }
}

/** Pages do not open although the key has opened others: only a new cache helps. */
export function isDamage(error: unknown): boolean {
  const told = asCacheError(error);
  return told instanceof CacheError && (told.code === 'corrupt' || told.code === 'wrong_key');
}

/** Gives SQLite's own failures the name that a person is told; anything else stays what it is. */
export function asCacheError(error: unknown): unknown {
  const code = error instanceof Database.SqliteError ? error.code : '';
  if (code === 'SQLITE_NOTADB') return new CacheError('wrong_key', error);
  if (code.startsWith('SQLITE_CORRUPT')) return new CacheError('corrupt', error);
  const full = ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMSIZE'];
  if (full.includes(code)) {
    return new CacheError('disk_full', error);
  }
  // A disk that fails in any other way cannot be written to, which is all that a person can tell.
  const refused = ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_IOERR', 'SQLITE_PERM'];
  if (refused.some((name) => code.startsWith(name))) return new CacheError('read_only', error);
  return error;
}
