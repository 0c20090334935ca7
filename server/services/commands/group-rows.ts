import type { Key, NewRow, Work } from '../../../shared/commands/command.ts';
import type { OpId } from '../../../shared/domain/ids.ts';
import { tickOf } from '../../../shared/domain/kinds/tick.ts';
import type { Actor } from '../../../shared/domain/permissions.ts';
import { kinds, type Kind, type Row, type Rows } from '../../../shared/domain/registry.ts';
import { channelOf, scopeType, type Scope } from '../../../shared/domain/scope.ts';
import type { ScopeChange, ScopeHead, StoredRow } from '../../store/port.ts';
import { RowMap } from './row-map.ts';

/** A row as a group finds it in the store; tombstones too. */
export interface LoadedRow extends StoredRow {
  readonly deleted: boolean;
  /** What `json` says, where the store has read it before. Nobody changes it. */
  readonly known?: Row;
}

/** A row as a group leaves it. The columns beside `json` are what a store looks rows up by. */
export interface RowWrite extends LoadedRow {
  /** S5: a message's place in its channel; null for rows without one. */
  readonly position: number | null;
  /** Rows of a channel: the message that this one belongs to (a thread's first, a reaction's, a pin's). */
  readonly parent: string | null;
  readonly row: Row | null;
  /** The store was asked for it and had none: it need not look whether there is one. */
  readonly fresh: boolean;
}

interface Slot {
  readonly scope: Scope;
  readonly kind: Kind;
  readonly id: string;
  readonly version: number;
  /** null: not there, or a tombstone. Read from `json` when it is first asked for. */
  row: Row | null | undefined;
  readonly json: string | undefined;
  /** The store was asked for it and had none. */
  fresh: boolean;
}

interface Counter {
  head: number;
  count: number;
}

/** The rows and counters of one group in memory: what was loaded, and what its commands made of it. */
export class GroupRows {
  readonly #slots = new RowMap<Slot>();
  /** Those of them that commands made. */
  readonly #written = new Set<Slot>();
  readonly #from = new Map<Scope, number>();
  readonly #counters = new Map<Scope, Counter>();

  /**
   * Those of the keys that are not known yet, each once, and the scopes whose counters are not.
   * From here on they are known to be missing, unless `load` brings them.
   */
  want(keys: readonly Key[]): { keys: Key[]; scopes: Scope[] } {
    const unknown: Key[] = [];
    const scopes = new Set<Scope>();
    for (const asked of keys) {
      const { scope, kind, id } = asked;
      if (this.#slots.get(scope, kind, id) !== undefined) continue;
      const missing = { version: 0, row: null, json: undefined, fresh: true };
      this.#slots.set(scope, kind, id, { scope, kind, id, ...missing });
      unknown.push(asked);
      if (!this.#counters.has(scope)) scopes.add(scope);
    }
    return { keys: unknown, scopes: [...scopes] };
  }

  /** Takes what the store found for what was wanted. */
  load(rows: readonly LoadedRow[], heads: readonly ScopeHead[]): void {
    for (const { scope, kind, id, version, json, deleted, known } of rows) {
      const row = deleted ? null : known;
      this.#slots.set(scope, kind, id, { scope, kind, id, version, row, json, fresh: false });
    }
    for (const { scope, head, count } of heads) {
      this.#from.set(scope, head);
      this.#counters.set(scope, { head, count });
    }
  }

  get<K extends Kind>(scope: Scope, kind: K, id: string): Rows[K] | undefined {
    const slot = this.#slots.get(scope, kind, id);
    // A command that reads more than it declared would read less on a store that fetches at once.
    if (slot === undefined) throw new Error(`undeclared: ${kind} in ${scopeType(scope)}`);
    if (slot.row === undefined) slot.row = JSON.parse(slot.json!) as Row;
    return (slot.row as Rows[K] | null) ?? undefined;
  }

  counter(scope: Scope): Counter {
    const counter = this.#counters.get(scope);
    if (counter === undefined) throw new Error(`undeclared scope: ${scopeType(scope)}`);
    return counter;
  }

  /** Keeps what one command did. */
  merge(slots: RowMap<Slot>, counters: ReadonlyMap<Scope, Counter>): void {
    slots.forEach((slot) => {
      const before = this.#slots.get(slot.scope, slot.kind, slot.id);
      if (before !== undefined) {
        slot.fresh = before.fresh;
        this.#written.delete(before);
      }
      this.#slots.set(slot.scope, slot.kind, slot.id, slot);
      this.#written.add(slot);
    });
    for (const [scope, counter] of counters) this.#counters.set(scope, counter);
  }

  /** What all commands changed, by scope; each row once, in its last form, ascending by version. */
  changes(): { changes: ScopeChange[]; writes: RowWrite[] } {
    const writes = [...this.#written].sort((a, b) => a.version - b.version).map(writeOf);
    const byScope = new Map<Scope, StoredRow[]>();
    for (const { scope, kind, id, version, json } of writes) {
      const row = { scope, kind, id, version, json };
      const rows = byScope.get(scope);
      if (rows === undefined) byScope.set(scope, [row]);
      else rows.push(row);
    }
    const changes = [...byScope].map(([scope, rows]) => {
      const { head, count } = this.counter(scope);
      return { scope, from: this.#from.get(scope)!, head, count, rows };
    });
    return { changes, writes };
  }
}

function writeOf({ scope, kind, id, version, row, fresh }: Slot): RowWrite {
  if (row === null || row === undefined) {
    // S2: a tombstone keeps its version, so that a delta can tell of it.
    const json = JSON.stringify({ kind, id, version, deleted: true });
    const nowhere = { position: null, parent: null };
    return { scope, kind, id, version, json, deleted: true, ...nowhere, row: null, fresh };
  }
  const position = row.kind === 'message' ? kinds.message.position!(row) : null;
  const parent = channelOf(scope) === undefined ? null : parentOf(row);
  const json = JSON.stringify(row);
  return { scope, kind, id, version, json, deleted: false, position, parent, row, fresh };
}

/** Kinds whose rows have the id of the message that they belong to. */
const OWNED: ReadonlySet<Kind> = new Set(['checklist', 'pin', 'poll', 'task']);

function parentOf(row: Row): string | null {
  if (row.kind === 'message') return row.rootId;
  if (row.kind === 'tick') return tickOf(row.id);
  if (OWNED.has(row.kind)) return row.id;
  return 'messageId' in row && row.kind !== 'upload' ? row.messageId : null;
}

/** One command's view of its group. Nothing reaches the group until `keep`. */
export class CommandWork implements Work {
  readonly actor: Actor;
  readonly now: number;
  readonly op: OpId;
  readonly #group: GroupRows;
  readonly #slots = new RowMap<Slot>();
  readonly #counters = new Map<Scope, Counter>();

  constructor(group: GroupRows, actor: Actor, now: number, op: OpId) {
    this.#group = group;
    this.actor = actor;
    this.now = now;
    this.op = op;
  }

  get<K extends Kind>(scope: Scope, kind: K, id: string): Rows[K] | undefined {
    const own = this.#slots.size === 0 ? undefined : this.#slots.get(scope, kind, id);
    return own === undefined
      ? this.#group.get(scope, kind, id)
      : ((own.row as Rows[K] | null) ?? undefined);
  }

  put(scope: Scope, row: NewRow): void {
    if (!kinds[row.kind].scopes.includes(scopeType(scope))) {
      throw new Error(`a ${row.kind} does not live in ${scopeType(scope)}`);
    }
    const version = ++this.#counter(scope).head;
    this.#set(scope, row.kind, row.id, version, { ...row, version });
  }

  remove(scope: Scope, kind: Kind, id: string): void {
    if (this.get(scope, kind, id) === undefined) return;
    this.#set(scope, kind, id, ++this.#counter(scope).head, null);
  }

  nextVersion(scope: Scope): number {
    return this.#peek(scope).head + 1;
  }

  countMessage(scope: Scope, by: 0 | 1): number {
    return by === 0 ? this.#peek(scope).count : (this.#counter(scope).count += by);
  }

  /** Gives what was done to the group; answers the new heads of the scopes that changed. */
  keep(): ReadonlyMap<Scope, Counter> {
    this.#group.merge(this.#slots, this.#counters);
    return this.#counters;
  }

  #set(scope: Scope, kind: Kind, id: string, version: number, row: Row | null): void {
    const slot = { scope, kind, id, version, row, json: undefined, fresh: false };
    this.#slots.set(scope, kind, id, slot);
  }

  #peek(scope: Scope): Counter {
    return this.#counters.get(scope) ?? this.#group.counter(scope);
  }

  #counter(scope: Scope): Counter {
    let counter = this.#counters.get(scope);
    if (counter === undefined) {
      counter = { ...this.#group.counter(scope) };
      this.#counters.set(scope, counter);
    }
    return counter;
  }
}
