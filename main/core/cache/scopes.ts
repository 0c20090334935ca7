import type { Scope } from '../../../shared/domain/scope.ts';
import type { Db } from './open.ts';

export interface ScopeState {
  readonly id: number;
  readonly name: Scope;
  /** Every row with version <= cursor is here, except in holes. */
  readonly cursor: number;
  /** The newest version that the relay has told of. */
  readonly head: number;
  /** Countable messages of a channel. */
  readonly count: number;
  /** createdAt of the newest message that is here, ms. */
  readonly lastAt: number;
}

/** low < version <= high. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** S3, S6: what is known of each scope. Every method runs inside the caller's transaction. */
export class Scopes {
  readonly #ids = new Map<Scope, number>();
  /** `lastAt` as this process has written it; in a catch-up almost every message is older. */
  readonly #lastAt = new Map<number, number>();
  readonly #statements;

  constructor(db: Db) {
    const fields = 'id, name, cursor, head, count, last_at AS lastAt';
    this.#statements = {
      all: db.prepare<[], ScopeState>(`SELECT ${fields} FROM scopes`),
      byName: db.prepare<[string], ScopeState>(`SELECT ${fields} FROM scopes WHERE name = ?`),
      nameOf: db.prepare<[number]>('SELECT name FROM scopes WHERE id = ?').pluck(),
      add: db.prepare('INSERT INTO scopes (name) VALUES (?)'),
      setCursor: db.prepare('UPDATE scopes SET cursor = ? WHERE id = ?'),
      setHead: db.prepare(
        'UPDATE scopes SET head = max(head, ?), count = max(count, ?) WHERE id = ?',
      ),
      setLastAt: db.prepare('UPDATE scopes SET last_at = ? WHERE id = ? AND last_at < ?'),
      remove: db.prepare('DELETE FROM scopes WHERE id = ?'),
      holes: db.prepare<[number], Range>(
        'SELECT low, high FROM holes WHERE scope_id = ? ORDER BY high DESC',
      ),
      allHoles: db.prepare<[], Range & { scopeId: number }>(
        'SELECT scope_id AS scopeId, low, high FROM holes ORDER BY high DESC',
      ),
      overlapping: db.prepare<[number, number, number], Range>(
        'SELECT low, high FROM holes WHERE scope_id = ? AND high > ? AND low < ?',
      ),
      addHole: db.prepare('INSERT OR REPLACE INTO holes (scope_id, low, high) VALUES (?, ?, ?)'),
      removeHole: db.prepare('DELETE FROM holes WHERE scope_id = ? AND low = ?'),
      removeHoles: db.prepare('DELETE FROM holes WHERE scope_id = ?'),
      islands: db.prepare<[number], Range>(
        'SELECT low, high FROM islands WHERE scope_id = ? ORDER BY low',
      ),
      addIsland: db.prepare(
        'INSERT OR REPLACE INTO islands (scope_id, low, high) VALUES (?, ?, ?)',
      ),
      removeIsland: db.prepare('DELETE FROM islands WHERE scope_id = ? AND low = ?'),
      removeIslands: db.prepare('DELETE FROM islands WHERE scope_id = ?'),
    };
  }

  all(): ScopeState[] {
    return this.#statements.all.all();
  }

  find(name: Scope): ScopeState | undefined {
    return this.#statements.byName.get(name);
  }

  /** The scope's number in this cache, made on first use. */
  id(name: Scope): number {
    const known = this.#ids.get(name) ?? this.find(name)?.id;
    const id = known ?? Number(this.#statements.add.run(name).lastInsertRowid);
    this.#ids.set(name, id);
    return id;
  }

  /** As `id`, but undefined for a scope that nothing is kept of. */
  knownId(name: Scope): number | undefined {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const found = this.find(name)?.id;
    if (found !== undefined) this.#ids.set(name, found);
    return found;
  }

  /** The scope behind a number of this cache. */
  nameOf(id: number): Scope | undefined {
    return this.#statements.nameOf.get(id) as Scope | undefined;
  }

  /** The transaction was undone: what was remembered of it is forgotten. */
  forget(): void {
    this.#ids.clear();
    this.#lastAt.clear();
  }

  heard(name: Scope, head: number, count: number): void {
    this.#statements.setHead.run(head, count, this.id(name));
  }

  sawMessage(id: number, createdAt: number): void {
    if (createdAt <= (this.#lastAt.get(id) ?? Number.NEGATIVE_INFINITY)) return;
    this.#lastAt.set(id, createdAt);
    this.#statements.setLastAt.run(createdAt, id, createdAt);
  }

  holes(id: number): Range[] {
    return this.#statements.holes.all(id);
  }

  allHoles(): (Range & { scopeId: number })[] {
    return this.#statements.allHoles.all();
  }

  islands(id: number): Range[] {
    return this.#statements.islands.all(id);
  }

  /**
   * All rows with from < version <= to have been applied. The range leaves the holes; where it
   * begins above the cursor, what lies between becomes a hole (S6).
   */
  cover(name: Scope, from: number, to: number): void {
    const id = this.id(name);
    for (const hole of this.#statements.overlapping.all(id, from, to)) {
      this.#statements.removeHole.run(id, hole.low);
      if (hole.low < from) this.#statements.addHole.run(id, hole.low, from);
      if (hole.high > to) this.#statements.addHole.run(id, to, hole.high);
    }
    const cursor = this.find(name)?.cursor ?? 0;
    if (to > cursor) {
      if (from > cursor) this.#statements.addHole.run(id, cursor, from);
      this.#statements.setCursor.run(to, id);
    }
    if (this.#statements.holes.get(id) === undefined) this.#statements.removeIslands.run(id);
  }

  /** Makes two holes of one, so that each can be filled for itself; low < at < high. */
  cut(name: Scope, hole: Range, at: number): void {
    const id = this.id(name);
    this.#statements.removeHole.run(id, hole.low);
    this.#statements.addHole.run(id, hole.low, at);
    this.#statements.addHole.run(id, at, hole.high);
  }

  /** Whether what the scope gave this version is here. */
  holds(name: Scope, version: number): boolean {
    const scope = this.find(name);
    if (scope === undefined || scope.cursor < version) return false;
    return !this.holes(scope.id).some((hole) => version > hole.low && version <= hole.high);
  }

  /** Messages with low <= position <= high are here although they lie in a hole. */
  addIsland(name: Scope, low: number, high: number): void {
    const id = this.id(name);
    const missing = this.#statements.overlapping.get(id, low - 1, high) !== undefined;
    // Where every version is here an island says nothing.
    if (!missing && (this.find(name)?.cursor ?? 0) >= high) return;
    let [from, to] = [low, high];
    for (const island of this.#statements.islands.all(id)) {
      if (island.high < from - 1 || island.low > to + 1) continue;
      this.#statements.removeIsland.run(id, island.low);
      from = Math.min(from, island.low);
      to = Math.max(to, island.high);
    }
    this.#statements.addIsland.run(id, from, to);
  }

  remove(name: Scope): void {
    const id = this.knownId(name);
    if (id === undefined) return;
    this.#statements.removeHoles.run(id);
    this.#statements.removeIslands.run(id);
    this.#statements.remove.run(id);
    this.#ids.delete(name);
    this.#lastAt.delete(id);
  }
}
