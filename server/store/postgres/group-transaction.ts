import type { Key } from '../../../shared/commands/command.ts';
import type { OpId, UserId } from '../../../shared/domain/ids.ts';
import { orgScope, type Scope } from '../../../shared/domain/scope.ts';
import type { Answer, Ask, Decision, StoredOp } from '../../services/commands/group.ts';
import type { RowWrite } from '../../services/commands/group-rows.ts';
import { directoryEntry } from '../names.ts';
import type { Outcome, ScopeChange, ScopeHead } from '../port.ts';
import { together, type Connection, type Statement } from './database.ts';
import { writeDirectory } from './directory.ts';
import { Taken } from './failures.ts';
import type { KnownRows } from './known-rows.ts';
import type { OwnMove } from './moved-scopes.ts';
import { loadRows } from './rows.ts';
import type { ScopeIds } from './scope-ids.ts';
import { HEADS, type FoundScope } from './scopes.ts';

/** In order of names, so that no two groups wait for each other. */
const LOCK: Statement = {
  name: 'group-lock',
  text: `${HEADS.text} ORDER BY name FOR NO KEY UPDATE`,
};
const TRY_LOCK: Statement = { name: 'group-try-lock', text: `${LOCK.text} NOWAIT` };

const OPS: Statement = {
  name: 'group-ops',
  text: 'SELECT op, actor, name, outcome FROM balai.ops WHERE op = ANY($1::uuid[])',
};
/**
 * A JSON text has no line break, so many of them are sent as lines: PostgreSQL splits those in
 * half the time that it takes to parse an array's quotes.
 */
const lines = (parameter: string): string => `string_to_array(${parameter}, E'\\n')`;

const ADD_SCOPES: Statement = {
  name: 'group-add-scopes',
  text: `
    INSERT INTO balai.scopes (name, head, count, moved_by)
    SELECT name, head, count, pg_current_xact_id()
    FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS new (name, head, count)
    RETURNING name, id`,
};
const MOVE_SCOPES: Statement = {
  name: 'group-move-scopes',
  text: `
    UPDATE balai.scopes SET head = new.head, count = new.count, moved_by = pg_current_xact_id()
    FROM unnest($1::integer[], $2::bigint[], $3::bigint[]) AS new (id, head, count)
    WHERE scopes.id = new.id`,
};
const INSERT_ROWS = `
    INSERT INTO balai.rows (scope_id, version, kind, id, deleted, position, parent, json)
    SELECT * FROM unnest($1::integer[], $2::bigint[], $3::text[], $4::text[], $5::boolean[],
      $6::bigint[], $7::text[], ${lines('$8')})`;
const ADD_ROWS: Statement = { name: 'group-add-rows', text: INSERT_ROWS };
const WRITE_ROWS: Statement = {
  name: 'group-write-rows',
  text: `${INSERT_ROWS}
    ON CONFLICT (scope_id, kind, id) DO UPDATE SET
      version = excluded.version, deleted = excluded.deleted, position = excluded.position,
      parent = excluded.parent, json = excluded.json`,
};
const ADD_OPS: Statement = {
  name: 'group-add-ops',
  text: `
    INSERT INTO balai.ops (op, actor, name, outcome)
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], ${lines('$4')})`,
};

interface Held {
  /** undefined for a scope that nothing was written to. */
  readonly id?: number;
  readonly head: ScopeHead;
  readonly movedBy: bigint | null;
}

export interface GroupOptions {
  /** Whether the lock of `org` is shared: then `org` can be read and not changed. */
  readonly sharesOrg: boolean;
  /** Scopes that an earlier attempt came to late; they are locked with the first. */
  readonly foreseen: Iterable<Scope>;
  /** The commands' ids, where they are taken for new, and so are the rows that bear them. */
  readonly fresh: ReadonlySet<string> | null;
  readonly scopeIds: ScopeIds;
  readonly known: KnownRows;
}

/** One group's transaction: what it read and holds, and how it writes. */
export class GroupTransaction {
  readonly #connection: Connection;
  readonly #options: GroupOptions;
  /** Keys that were asked for and taken for new. */
  readonly #guessed: Key[] = [];
  readonly #asked = new Set<Scope>();
  readonly #scopes = new Map<Scope, Held>();
  #waited = false;

  constructor(connection: Connection, options: GroupOptions) {
    this.#connection = connection;
    this.#options = options;
  }

  /** All scopes that it was asked for so far, also where it could not have them. */
  get asked(): Iterable<Scope> {
    return this.#asked;
  }

  /**
   * Locks the scopes' counters, and then reads. A group waits for others only at its first
   * question, in which all its locks come in one order; later ones are taken at once or not at
   * all. So groups never wait in a circle, which the server would take a second to find out.
   */
  async answer({ ops, scopes, keys }: Ask): Promise<Answer> {
    const { scopeIds, known, sharesOrg, foreseen, fresh } = this.#options;
    const [trusted, asked] = this.#sorted(keys);
    const late = this.#waited;
    const wanted = new Set(late ? scopes : [...scopes, ...foreseen]);
    for (const scope of this.#asked) wanted.delete(scope);
    for (const scope of wanted) this.#asked.add(scope);
    this.#waited = true;
    const reads = sharesOrg && wanted.delete(orgScope) ? [orgScope] : [];
    // Sent together. Each statement sees what was committed when it began: all locks are held then.
    const [locked, read, storedOps, loaded] = await together([
      this.#find(late ? TRY_LOCK : LOCK, [...wanted]),
      this.#find(HEADS, reads),
      this.#ops(fresh === null ? ops : []),
      loadRows(this.#connection, scopeIds, asked),
    ]);
    for (const scope of [...wanted, ...reads]) {
      this.#scopes.set(scope, { head: { scope, head: 0, count: 0 }, movedBy: null });
    }
    for (const [scope, head, count, id, movedBy] of [...locked, ...read]) {
      this.#scopes.set(scope, { id, head: { scope, head, count }, movedBy: BigInt(movedBy) });
      scopeIds.learn(scope, id);
    }
    const headOf = (scope: Scope): number => this.#scopes.get(scope)!.head.head;
    known.learn(asked, loaded, headOf);
    const rows = [...loaded];
    const changed: Key[] = [];
    for (const key of trusted) {
      const row = known.at(key, headOf(key.scope));
      if (row === undefined) changed.push(key);
      else if (row !== null) rows.push(row);
    }
    if (changed.length > 0) {
      const again = await loadRows(this.#connection, scopeIds, changed);
      known.learn(changed, again, headOf);
      rows.push(...again);
    }
    return { ops: storedOps, heads: scopes.map((scope) => this.#scopes.get(scope)!.head), rows };
  }

  /** Keys that were read before, and those to be looked up; without what is taken for new. */
  #sorted(keys: readonly Key[]): [trusted: Key[], asked: Key[]] {
    const { known, fresh } = this.#options;
    const [trusted, asked]: [Key[], Key[]] = [[], []];
    for (const key of keys) {
      if (fresh?.has(key.id) === true) this.#guessed.push(key);
      else (known.has(key) ? trusted : asked).push(key);
    }
    return [trusted, asked];
  }

  /**
   * What is inserted proves by itself that it was not there, or the server refuses it; the rest of
   * what was taken for new is looked up.
   */
  async #prove(writes: readonly RowWrite[]): Promise<void> {
    const { fresh, scopeIds } = this.#options;
    if (fresh === null || this.#guessed.length === 0) return;
    let unproven = this.#guessed.length;
    for (const write of writes) if (write.fresh && fresh.has(write.id)) unproven--;
    if (unproven === 0) return;
    const found = await loadRows(this.#connection, scopeIds, this.#guessed);
    if (found.length > 0) throw new Taken('a row that was taken for new was there');
  }

  /** Whether the decision changes `org` under a shared lock, which it must hold alone. */
  needsOrg({ result }: Decision): boolean {
    return this.#options.sharesOrg && result.changes.some(({ scope }) => scope === orgScope);
  }

  /** Writes all of it; answers what it moved. Nothing is kept before `commit`. */
  async write({ result, writes, ops }: Decision, commit: () => Promise<void>): Promise<OwnMove[]> {
    await this.#prove(writes);
    const ids = new Map<Scope, number>();
    const moved: ScopeChange[] = [];
    const made: ScopeChange[] = [];
    for (const change of result.changes) {
      const id = this.#scopes.get(change.scope)?.id;
      if (id !== undefined) ids.set(change.scope, id);
      (id === undefined ? made : moved).push(change);
    }
    // A round trip of its own, for their numbers; scopes are made once and written to for years.
    if (made.length > 0) for (const [scope, id] of await this.#addScopes(made)) ids.set(scope, id);
    const entries = writes.flatMap(({ scope, row }) => directoryEntry(scope, row) ?? []);
    await together([
      this.#writeRows(
        ADD_ROWS,
        ids,
        writes.filter(({ fresh }) => fresh),
      ),
      this.#writeRows(
        WRITE_ROWS,
        ids,
        writes.filter(({ fresh }) => !fresh),
      ),
      this.#moveScopes(moved),
      entries.length > 0 ? writeDirectory(this.#connection, entries) : undefined,
      this.#addOps(ops),
      commit(),
    ]);
    return result.changes.map(({ scope, from, head }) => {
      return { scope, from, head, after: this.#scopes.get(scope)?.movedBy ?? null };
    });
  }

  async #find(statement: Statement, scopes: readonly Scope[]): Promise<FoundScope[]> {
    if (scopes.length === 0) return [];
    return (await this.#connection.run<FoundScope>(statement, [scopes])).rows;
  }

  async #ops(ops: readonly OpId[]): Promise<StoredOp[]> {
    if (ops.length === 0) return [];
    const { rows } = await this.#connection.run<[OpId, UserId, string, string]>(OPS, [ops]);
    return rows.map(([op, actor, name, outcome]) => {
      return { op, actor, name, outcome: JSON.parse(outcome) as Outcome };
    });
  }

  async #addScopes(changes: readonly ScopeChange[]): Promise<[Scope, number][]> {
    // In order of names: two groups that make the same ones do not wait in a circle.
    const sorted = changes.toSorted((a, b) => (a.scope < b.scope ? -1 : 1));
    const added = await this.#connection.run<[Scope, number]>(ADD_SCOPES, [
      sorted.map(({ scope }) => scope),
      sorted.map(({ head }) => head),
      sorted.map(({ count }) => count),
    ]);
    return added.rows;
  }

  async #moveScopes(changes: readonly ScopeChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.#connection.run(MOVE_SCOPES, [
      changes.map(({ scope }) => this.#scopes.get(scope)!.id!),
      changes.map(({ head }) => head),
      changes.map(({ count }) => count),
    ]);
  }

  async #writeRows(
    statement: Statement,
    ids: ReadonlyMap<Scope, number>,
    writes: readonly RowWrite[],
  ): Promise<void> {
    if (writes.length === 0) return;
    await this.#connection.run(statement, [
      writes.map(({ scope }) => ids.get(scope)!),
      writes.map(({ version }) => version),
      writes.map(({ kind }) => kind),
      writes.map(({ id }) => id),
      writes.map(({ deleted }) => deleted),
      writes.map(({ position }) => position),
      writes.map(({ parent }) => parent),
      writes.map(({ json }) => json).join('\n'),
    ]);
  }

  async #addOps(ops: readonly StoredOp[]): Promise<void> {
    const sorted = ops.toSorted((a, b) => (a.op < b.op ? -1 : 1));
    await this.#connection.run(ADD_OPS, [
      sorted.map(({ op }) => op),
      sorted.map(({ actor }) => actor),
      sorted.map(({ name }) => name),
      sorted.map(({ outcome }) => JSON.stringify(outcome)).join('\n'),
    ]);
  }
}
