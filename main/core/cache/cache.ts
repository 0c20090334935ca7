import type { UserId } from '../../../shared/domain/ids.ts';
import type { Actor } from '../../../shared/domain/permissions.ts';
import { orgScope } from '../../../shared/domain/scope.ts';
import { FileIndex } from '../files/file-index.ts';
import { UploadTable } from '../files/upload-table.ts';
import { Outbox } from '../outbox/outbox.ts';
import { Overlay } from '../overlay/overlay.ts';
import type { LiveTopics } from '../live/topics.ts';
import { isDamage } from './cache-error.ts';
import { asCacheError, type Db } from './open.ts';
import { Meta } from './meta.ts';
import { CachedRows } from './rows.ts';
import { Scopes } from './scopes.ts';
import type { SearchIndex } from './search-index.ts';

/** One workspace's cache: its parts over one database, and the one way to change them. */
export class Cache {
  readonly db: Db;
  readonly userId: UserId;
  readonly scopes: Scopes;
  readonly rows: CachedRows;
  readonly outbox: Outbox;
  readonly files: FileIndex;
  readonly uploads: UploadTable;
  readonly overlay: Overlay;
  readonly meta: Meta;
  readonly topics: LiveTopics;
  readonly #index: SearchIndex;
  /** A page of the file does not open any more; set by whoever can make the cache anew. */
  onDamage: () => void = () => undefined;
  /** Told after each change. */
  onCommit: () => void = () => undefined;

  constructor(db: Db, userId: UserId, index: SearchIndex, topics: LiveTopics) {
    this.db = db;
    this.userId = userId;
    this.topics = topics;
    this.#index = index;
    this.scopes = new Scopes(db);
    this.rows = new CachedRows(db, this.scopes, index);
    this.outbox = new Outbox(db);
    this.files = new FileIndex(db);
    this.uploads = new UploadTable(db);
    this.meta = new Meta(db);
    const { rows, scopes, outbox } = this;
    this.overlay = new Overlay(rows, scopes, outbox, this.actor);
  }

  /** The person as commands see them. The role may change while connected. */
  get actor(): Actor {
    const { rows, userId } = this;
    return {
      userId,
      get role() {
        return rows.get(orgScope, 'user', userId)?.role ?? 'member';
      },
    };
  }

  /**
   * Everything in it reaches the disk, or nothing does (S4, S7). What is mirrored in memory
   * follows the database back.
   *
   * @throws {CacheError} where the disk refuses
   */
  transaction<T>(run: () => T): T {
    try {
      const result = this.db
        .transaction(() => {
          const inner = run();
          this.#index.flush();
          return inner;
        })
        .immediate();
      this.onCommit();
      return result;
    } catch (error) {
      const told = asCacheError(error);
      if (isDamage(told)) {
        // Nothing can be read back from such a file.
        this.onDamage();
        throw told;
      }
      this.#followBack();
      throw told;
    }
  }

  #followBack(): void {
    this.scopes.forget();
    this.overlay.invalidate();
    try {
      this.#index.forget();
      this.outbox.reload();
    } catch (error) {
      throw asCacheError(error);
    }
  }

  close(): void {
    this.#index.close();
    this.db.close();
  }
}
