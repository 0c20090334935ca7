import type { Scope } from '../../../shared/domain/scope.ts';
import type { ScopeHead } from '../port.ts';
import type { Database, Statement } from './database.ts';

/** What a group of this node did to a scope, and which transaction had moved it before. */
export interface OwnMove {
  readonly scope: Scope;
  readonly from: number;
  readonly head: number;
  /** null for a scope that the group made. */
  readonly after: bigint | null;
}

type Found = [settled: string, scope: Scope | null, head: number, count: number];

const SINCE: Statement = {
  name: 'moved-since',
  text: `
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text, name, head, count
    FROM (VALUES (1)) AS always LEFT JOIN balai.scopes ON moved_by >= $1::xid8`,
};
const NOW: Statement = {
  name: 'moved-now',
  text: 'SELECT pg_snapshot_xmin(pg_current_snapshot())::text',
};
/** No snapshot sees a transaction of this cluster beyond its xmax: such numbers are another's. */
const FOREIGN: Statement = {
  name: 'moved-foreign',
  text: `
    UPDATE balai.scopes SET moved_by = '0'
    WHERE moved_by >= pg_snapshot_xmax(pg_current_snapshot())`,
};
const FORGET_MARK: Statement = {
  name: 'search-forget-mark',
  text: `UPDATE balai.search_mark SET settled = '0'`,
};

/**
 * S13, the backstop: which scopes other nodes moved.
 *
 * Transactions take their numbers when they begin to write and become visible when they commit,
 * which is another order, so "after the greatest number that I saw" would miss late ones. Hence
 * each look begins at the oldest transaction that was still running at the look before: all older
 * ones had ended, and what they moved was seen. What is seen again is sorted out by its head; that
 * costs memory only for scopes that moved since that transaction began. One that runs for hours,
 * anywhere in the cluster, makes each look longer, and nothing wrong.
 */
export class MovedScopes {
  readonly #db: Database;
  /** All transactions before this one had ended at the last look. */
  #settled: bigint;
  /** What the last look saw, and how far own groups have moved scopes since. */
  #seen = new Map<Scope, number>();
  #own = new Map<Scope, number>();
  #looking: Promise<ScopeHead[]> | undefined;

  private constructor(db: Database, settled: bigint) {
    this.#db = db;
    this.#settled = settled;
  }

  static async from(db: Database): Promise<MovedScopes> {
    // After a restore into another cluster all scopes would look as if they moved at every look.
    // The search index goes by them too, and looks at all scopes once more.
    if ((await db.change(FOREIGN, [])) > 0) await db.change(FORGET_MARK, []);
    const [now] = await db.read<[string]>(NOW);
    return new MovedScopes(db, BigInt(now![0]));
  }

  /** After a commit: an own move is no news, unless another node's before it has not been seen. */
  committed(moves: readonly OwnMove[]): void {
    for (const { scope, from, head, after } of moves) {
      const known = this.#known(scope);
      const told = after === null || after < this.#settled || known >= from;
      if (told) this.#own.set(scope, Math.max(known, head));
    }
  }

  /** What moved since the last look. Looks at once share one. */
  look(): Promise<ScopeHead[]> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #look(): Promise<ScopeHead[]> {
    const before = this.#own;
    this.#own = new Map();
    for (const [scope, head] of before) this.#seen.set(scope, head);
    const found = await this.#db.read<Found>(SINCE, [String(this.#settled)]);
    const news: ScopeHead[] = [];
    const seen = new Map<Scope, number>();
    for (const [, scope, head, count] of found) {
      if (scope === null) continue;
      if (head > this.#known(scope)) news.push({ scope, head, count });
      seen.set(scope, head);
    }
    this.#settled = BigInt(found[0]![0]);
    this.#seen = seen;
    return news;
  }

  #known(scope: Scope): number {
    return Math.max(this.#seen.get(scope) ?? -1, this.#own.get(scope) ?? -1);
  }
}
