import type { Scope } from '../../../shared/domain/scope.ts';
import type { ScopeHead } from '../port.ts';
import type { Db } from './database.ts';

/** S2: the counters of scopes, and their numbers, by which rows name them. */
export class ScopeTable {
  readonly #db: Db;
  readonly #statements;
  /** A scope's number never changes; only a rollback takes new ones back. */
  readonly #ids = new Map<Scope, number>();
  #seenTick: number;
  #dataVersion: number;

  constructor(db: Db) {
    this.#db = db;
    this.#statements = {
      id: db.prepare<[string]>('SELECT id FROM scopes WHERE name = ?').pluck(),
      head: db.prepare<[string]>('SELECT head, count FROM scopes WHERE name = ?'),
      add: db.prepare<[string]>('INSERT INTO scopes (name, head, count, tick) VALUES (?, 0, 0, 0)'),
      move: db.prepare<[number, number, number, number]>(
        'UPDATE scopes SET head = ?, count = ?, tick = ? WHERE id = ?',
      ),
      tick: db.prepare('SELECT ifnull(max(tick), 0) FROM scopes').pluck(),
      since: db.prepare<[number]>('SELECT name, head, count FROM scopes WHERE tick > ?'),
    };
    this.#seenTick = this.#statements.tick.get() as number;
    this.#dataVersion = this.#readDataVersion();
  }

  /** Undefined for a scope that nothing was written to. */
  id(scope: Scope): number | undefined {
    let id = this.#ids.get(scope);
    if (id === undefined) {
      id = this.#statements.id.get(scope) as number | undefined;
      if (id !== undefined) this.#ids.set(scope, id);
    }
    return id;
  }

  /** Makes the scope where it is new. Inside a group's transaction only. */
  idToWrite(scope: Scope): number {
    const id = this.id(scope) ?? Number(this.#statements.add.run(scope).lastInsertRowid);
    this.#ids.set(scope, id);
    return id;
  }

  /** After a rollback: numbers given in it may be given to others. */
  forget(): void {
    this.#ids.clear();
  }

  head(scope: Scope): ScopeHead {
    const found = this.#statements.head.get(scope) as { head: number; count: number } | undefined;
    return found === undefined ? { scope, head: 0, count: 0 } : { scope, ...found };
  }

  /** The number of the transaction at hand, which must hold the write lock. */
  nextTick(): number {
    return (this.#statements.tick.get() as number) + 1;
  }

  move({ scope, head, count }: ScopeHead, tick: number): void {
    this.#statements.move.run(head, count, tick, this.idToWrite(scope));
  }

  /** After the commit: an own move is no news, unless another process moved something before it. */
  committed(tick: number): void {
    if (tick === this.#seenTick + 1) this.#seenTick = tick;
  }

  /** S13: what moved beyond what was seen. Costs one pragma while no other process writes. */
  moved(): ScopeHead[] {
    const dataVersion = this.#readDataVersion();
    if (dataVersion === this.#dataVersion) return [];
    this.#dataVersion = dataVersion;
    // The tick is read first: what moves in between is told again next time, which does no harm.
    const tick = this.#statements.tick.get() as number;
    const found = this.#statements.since.all(this.#seenTick) as ({ name: Scope } & ScopeHead)[];
    this.#seenTick = tick;
    return found.map(({ name, head, count }) => ({ scope: name, head, count }));
  }

  /** Changes when another connection changed the database, and only then. */
  #readDataVersion(): number {
    return this.#db.pragma('data_version', { simple: true }) as number;
  }
}
