import type { Key } from '../../../shared/commands/command.ts';
import type { Scope } from '../../../shared/domain/scope.ts';
import type { LoadedRow, RowWrite } from '../../services/commands/group-rows.ts';
import { RowMap } from '../../services/commands/row-map.ts';
import { kept, parsed } from '../between-groups.ts';
import type { ScopeHead } from '../port.ts';
import type { Db } from './database.ts';
import type { RowTable } from './rows.ts';
import type { ScopeTable } from './scopes.ts';

/** Of each kind of thing; beyond it one begins anew. */
const MOST = 50_000;

/**
 * What one connection has read before, for as long as no other has written: a group that holds the
 * write lock can trust it. Many commands of a busy relay ask for the same few rows.
 */
export class KnownRows {
  readonly #rows: RowTable;
  readonly #scopes: ScopeTable;
  readonly #dataVersion;
  /** null for what is not there. */
  readonly #found = new RowMap<LoadedRow | null>();
  readonly #heads = new Map<Scope, ScopeHead>();
  #seen: unknown;

  constructor(db: Db, rows: RowTable, scopes: ScopeTable) {
    this.#rows = rows;
    this.#scopes = scopes;
    // Changes when another connection has changed the database, and only then.
    this.#dataVersion = db.prepare('PRAGMA data_version').pluck();
  }

  /** With the write lock in hand, before anything is asked: forgets what may have changed. */
  begin(): void {
    const version = this.#dataVersion.get();
    if (version !== this.#seen || this.#found.size > MOST || this.#heads.size > MOST) this.forget();
    this.#seen = version;
  }

  /** After a rollback: what was written is not there. */
  forget(): void {
    this.#found.clear();
    this.#heads.clear();
  }

  find(key: Key): LoadedRow | undefined {
    if (!kept.has(key.kind)) return this.#rows.find(key);
    let found = this.#found.get(key.scope, key.kind, key.id);
    if (found === undefined) {
      const row = this.#rows.find(key);
      found = row === undefined ? null : parsed(row);
      this.#found.set(key.scope, key.kind, key.id, found);
    }
    return found ?? undefined;
  }

  head(scope: Scope): ScopeHead {
    let head = this.#heads.get(scope);
    if (head === undefined) {
      head = this.#scopes.head(scope);
      this.#heads.set(scope, head);
    }
    return head;
  }

  wrote({ scope, kind, id, version, json, deleted }: RowWrite): void {
    if (!kept.has(kind)) return;
    const row = parsed({ scope, kind, id, version, json, deleted });
    this.#found.set(scope, kind, id, row);
  }

  moved({ scope, head, count }: ScopeHead): void {
    this.#heads.set(scope, { scope, head, count });
  }
}
