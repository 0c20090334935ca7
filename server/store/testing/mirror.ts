import type { Scope } from '../../../shared/domain/scope.ts';
import type { Store, StoredRow } from '../port.ts';

/** The rows of scopes, kept up to date as another node's clients keep them (S3, S6, S13). */
export class Mirror {
  readonly #store: Store;
  readonly #cursors = new Map<Scope, number>();
  readonly #rows = new Map<string, StoredRow>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** What `moved` tells of is pulled. Answers whether there was anything. */
  async follow(): Promise<boolean> {
    const moved = await this.#store.moved();
    for (const { scope } of moved) await this.catchUp(scope);
    return moved.length > 0;
  }

  /** Pulls pages of few rows, newest first, until there is no hole below them. */
  async catchUp(scope: Scope): Promise<void> {
    const after = this.#cursors.get(scope) ?? 0;
    const first = await this.#store.pull(scope, after, null, 7, 100_000);
    this.#apply(first.rows);
    for (let from = first.from; from > after;) {
      const page = await this.#store.pull(scope, after, from, 7, 100_000);
      this.#apply(page.rows);
      from = page.from;
    }
    this.#cursors.set(scope, first.to);
  }

  cursor(scope: Scope): number {
    return this.#cursors.get(scope) ?? 0;
  }

  /** All rows by their keys. */
  rows(): Record<string, string> {
    return Object.fromEntries([...this.#rows].toSorted().map(([key, { json }]) => [key, json]));
  }

  #apply(rows: readonly StoredRow[]): void {
    for (const row of rows) {
      const key = `${row.scope} ${row.kind} ${row.id}`;
      if ((this.#rows.get(key)?.version ?? 0) < row.version) this.#rows.set(key, row);
    }
  }
}
