import type { Key } from '../../../shared/commands/command.ts';
import type { Scope } from '../../../shared/domain/scope.ts';
import type { LoadedRow, RowWrite } from '../../services/commands/group-rows.ts';
import { kept, parsed } from '../between-groups.ts';
import type { ScopeChange } from '../port.ts';

/** Rows; beyond it one begins anew. */
const MOST = 50_000;

interface KnownScope {
  /** For which the rows hold. */
  head: number;
  /** By kind and id; null for what is not there. */
  readonly rows: Map<string, LoadedRow | null>;
}

const nameOf = ({ kind, id }: Pick<Key, 'kind' | 'id'>): string => `${kind} ${id}`;

/**
 * What this node has read before, with the head that its scope had then. No row changes without its
 * scope's head (S2), so who holds a scope's lock and finds the same head can trust it, whichever
 * node wrote last.
 */
export class KnownRows {
  readonly #scopes = new Map<Scope, KnownScope>();
  #size = 0;

  /** Whether it was read before; `at` says whether that still holds. */
  has(key: Key): boolean {
    return this.#scopes.get(key.scope)?.rows.has(nameOf(key)) === true;
  }

  /** The row with that head of its scope: null where it is not there, undefined where not known. */
  at(key: Key, head: number): LoadedRow | null | undefined {
    const known = this.#scopes.get(key.scope);
    return known?.head === head ? known.rows.get(nameOf(key)) : undefined;
  }

  /** What was found for keys under their scopes' locks, with the heads read there. */
  learn(keys: readonly Key[], found: readonly LoadedRow[], headOf: (scope: Scope) => number): void {
    for (const key of keys) if (kept.has(key.kind)) this.#set(key, headOf(key.scope), null);
    for (const row of found) if (kept.has(row.kind)) this.#set(row, headOf(row.scope), parsed(row));
  }

  /** A group of this node was committed. */
  committed(changes: readonly ScopeChange[], writes: readonly RowWrite[]): void {
    for (const { scope, from, head } of changes) {
      const known = this.#scopes.get(scope);
      if (known === undefined) continue;
      if (known.head === from) known.head = head;
      else this.#drop(scope, known);
    }
    for (const { scope, kind, id, version, json, deleted } of writes) {
      const known = kept.has(kind) ? this.#scopes.get(scope) : undefined;
      if (known === undefined) continue;
      const row = { scope, kind, id, version, json, deleted };
      this.#set(row, known.head, parsed(row));
    }
  }

  /** The database may be another one: it was restored, or a standby took the server's place. */
  forget(): void {
    this.#scopes.clear();
    this.#size = 0;
  }

  #set(key: Key, head: number, row: LoadedRow | null): void {
    // A scope that nothing was written to has no lock that could be held.
    if (head === 0) return;
    if (this.#size >= MOST) this.forget();
    let known = this.#scopes.get(key.scope);
    if (known !== undefined && known.head !== head) {
      this.#drop(key.scope, known);
      known = undefined;
    }
    if (known === undefined) this.#scopes.set(key.scope, (known = { head, rows: new Map() }));
    const before = known.rows.size;
    known.rows.set(nameOf(key), row);
    this.#size += known.rows.size - before;
  }

  #drop(scope: Scope, known: KnownScope): void {
    this.#size -= known.rows.size;
    this.#scopes.delete(scope);
  }
}
