import type { AnySpec, Key, NewRow, Work } from '../commands/command.ts';
import { commands, type ArgsOf, type CommandName } from '../commands/registry.ts';
import type { OpId } from '../domain/ids.ts';
import type { Actor } from '../domain/permissions.ts';
import type { Refusal } from '../domain/refusal.ts';
import { kinds, type Kind, type Row, type Rows } from '../domain/registry.ts';
import type { Tombstone } from '../domain/row.ts';
import { scopeType, type Scope } from '../domain/scope.ts';

interface Held {
  readonly scope: Scope;
  readonly row: Row | Tombstone;
}

export interface Ran {
  readonly refusal: Refusal | undefined;
  /** What it wrote, in the order of writing. Empty where it was refused. */
  readonly wrote: readonly Held[];
}

const keyOf = (scope: Scope, kind: string, id: string): string => `${scope} ${kind} ${id}`;

/**
 * Rows in memory, and commands run on them as a store runs them: arguments parsed, a refusal
 * leaves nothing behind, each change takes the scope's next version (S2). Beyond that it is
 * strict: a command may read and change only rows that its `needs` and `follow` have named, may
 * make new ones, and each row must fit its kind's schema and scope.
 */
export class MemoryWork {
  #rows = new Map<string, Held>();
  #heads = new Map<Scope, number>();
  #counts = new Map<Scope, number>();

  get<K extends Kind>(scope: Scope, kind: K, id: string): Rows[K] | undefined {
    const row = this.#rows.get(keyOf(scope, kind, id))?.row;
    return row === undefined || 'deleted' in row ? undefined : (row as Rows[K]);
  }

  /** All rows of a kind in a scope, without tombstones, oldest version first. */
  all<K extends Kind>(scope: Scope, kind: K): Rows[K][] {
    return [...this.#rows.values()]
      .filter((held) => held.scope === scope && held.row.kind === kind && !('deleted' in held.row))
      .map((held) => held.row as Rows[K])
      .sort((a, b) => a.version - b.version);
  }

  isTombstone(scope: Scope, kind: Kind, id: string): boolean {
    const held = this.#rows.get(keyOf(scope, kind, id));
    return held !== undefined && 'deleted' in held.row;
  }

  head(scope: Scope): number {
    return this.#heads.get(scope) ?? 0;
  }

  count(scope: Scope): number {
    return this.#counts.get(scope) ?? 0;
  }

  /** Lays down a row without any command. */
  put(scope: Scope, row: NewRow): void {
    this.#write(scope, row);
  }

  run<N extends CommandName>(
    name: N,
    args: ArgsOf<N>,
    by: { actor: Actor; op: OpId; now: number },
  ): Ran {
    const spec = commands.get(name) as AnySpec;
    const parsed = spec.args.parse(args);
    const before = { rows: new Map(this.#rows), heads: this.#heads, counts: this.#counts };
    this.#heads = new Map(this.#heads);
    this.#counts = new Map(this.#counts);
    const wrote: Held[] = [];
    const refusal = spec.run(this.#work(spec, parsed, by, wrote), parsed);
    if (refusal === undefined) return { refusal, wrote };
    this.#rows = before.rows;
    this.#heads = before.heads;
    this.#counts = before.counts;
    return { refusal, wrote: [] };
  }

  #write(scope: Scope, row: NewRow): Held {
    const version = this.head(scope) + 1;
    const spec = kinds[row.kind];
    if (!spec.scopes.includes(scopeType(scope))) {
      throw new Error(`a ${row.kind} does not live in ${scope}`);
    }
    const held = { scope, row: spec.schema.parse({ ...row, version }) };
    this.#heads.set(scope, version);
    this.#rows.set(keyOf(scope, row.kind, row.id), held);
    return held;
  }

  #work(
    spec: AnySpec,
    args: never,
    by: { actor: Actor; op: OpId; now: number },
    wrote: Held[],
  ): Work {
    const named = new Set<string>();
    const name = (keys: readonly Key[]): void => {
      for (const key of keys) named.add(keyOf(key.scope, key.kind, key.id));
    };
    const check = (scope: Scope, kind: string, id: string, what: string): string => {
      const key = keyOf(scope, kind, id);
      if (!named.has(key)) throw new Error(`${spec.name} ${what} ${key}, which it does not need`);
      return key;
    };
    const get: Work['get'] = (scope, kind, id) => {
      check(scope, kind, id, 'reads');
      return this.get(scope, kind, id);
    };
    name(spec.needs(args, by.actor, by.op));
    name(spec.follow?.({ get, op: by.op, actor: by.actor }, args) ?? []);
    name(spec.further?.({ get, op: by.op, actor: by.actor }, args) ?? []);
    return {
      ...by,
      get,
      put: (scope, row) => {
        if (this.#rows.has(keyOf(scope, row.kind, row.id))) {
          check(scope, row.kind, row.id, 'changes');
        }
        wrote.push(this.#write(scope, row));
      },
      remove: (scope, kind, id) => {
        const key = check(scope, kind, id, 'removes');
        if (this.get(scope, kind, id) === undefined) return;
        const version = this.head(scope) + 1;
        this.#heads.set(scope, version);
        const held: Held = { scope, row: { kind, id, version, deleted: true } };
        this.#rows.set(key, held);
        wrote.push(held);
      },
      nextVersion: (scope) => this.head(scope) + 1,
      countMessage: (scope, more) => {
        const count = this.count(scope) + more;
        this.#counts.set(scope, count);
        return count;
      },
    };
  }
}
