import type { Clock } from '../../../shared/domain/clock.ts';
import { asCacheError, CacheError } from './cache-error.ts';
import type { Db } from './open.ts';

/** How long what was removed may stand in the write-ahead log, ms. */
const TIDY_AFTER_MS = 30_000;

/**
 * Empties the write-ahead log some time after each change. Secure deletion overwrites what was
 * removed in the file itself; the log still has the pages as they were before (S11).
 */
export class LogTidying {
  readonly #db: Db;
  readonly #clock: Clock;
  #cancel: (() => void) | null = null;

  constructor(db: Db, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
    // Of a process that was killed.
    this.changed();
  }

  changed(): void {
    this.#cancel ??= this.#clock.after(TIDY_AFTER_MS, () => {
      this.#cancel = null;
      this.#tidy();
    });
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #tidy(): void {
    try {
      this.#db.pragma('wal_checkpoint(TRUNCATE)');
    } catch (error) {
      // The next change brings another try; damage is told of by whoever reads it.
      if (!(asCacheError(error) instanceof CacheError)) throw error;
    }
  }
}
