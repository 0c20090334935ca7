import { commands, type CommandName } from '../../../shared/commands/registry.ts';
import type { OpId } from '../../../shared/domain/ids.ts';
import type { Actor } from '../../../shared/domain/permissions.ts';
import type { Scope } from '../../../shared/domain/scope.ts';
import type { Db } from '../cache/open.ts';

export interface Refused {
  readonly code: string;
  readonly current?: { kind: string; id: string; version: number } | undefined;
}

interface Written {
  /** The order of writing, across all lanes. */
  readonly seq: number;
  readonly op: OpId;
  readonly lane: Scope;
  readonly name: CommandName;
  readonly args: unknown;
  /** ms, by this computer's clock (S15). */
  readonly createdAt: number;
  readonly supersedes: string | null;
}

export type Entry = Written &
  (
    | { readonly state: 'waiting' }
    /** Done; it stays until its rows are here, so that nothing flickers (S8). */
    | { readonly state: 'acked'; readonly at: Readonly<Record<string, number>> }
    | { readonly state: 'refused'; readonly refusal: Refused }
  );

interface Stored {
  seq: number;
  op: string;
  lane: string;
  name: string;
  args: string;
  createdAt: number;
  state: 'waiting' | 'acked' | 'refused';
  outcome: string | null;
  supersedes: string | null;
}

function read(row: Stored): Entry {
  const written: Written = {
    seq: row.seq,
    op: row.op as OpId,
    lane: row.lane as Scope,
    name: row.name as CommandName,
    args: JSON.parse(row.args) as unknown,
    createdAt: row.createdAt,
    supersedes: row.supersedes,
  };
  if (row.state === 'waiting') return { ...written, state: 'waiting' };
  const outcome = JSON.parse(row.outcome ?? '{}') as unknown;
  return row.state === 'acked'
    ? { ...written, state: 'acked', at: outcome as Record<string, number> }
    : { ...written, state: 'refused', refusal: outcome as Refused };
}

/**
 * S7: what the person did and the relay has not confirmed, first in, first out. It lives in the
 * cache's database and is written in the same transaction as whatever else the call changes; the
 * list in memory only mirrors it. An entry leaves by acknowledgement or by the person's own word,
 * never by time.
 */
export class Outbox {
  readonly #statements;
  readonly #entries = new Map<OpId, Entry>();
  /** Went out on the present connection. */
  readonly #sent = new Set<OpId>();
  /**
   * May have gone out on any: too late to be superseded. A relay that stood still may carry it out
   * after what is newer, unless it is sent again before that (S1, S7).
   */
  readonly #left = new Set<OpId>();

  constructor(db: Db) {
    this.#statements = {
      all: db.prepare<[], Stored>(
        `SELECT seq, op, lane, name, args, created_at AS createdAt, state, outcome, supersedes
         FROM outbox ORDER BY seq`,
      ),
      add: db.prepare(
        `INSERT INTO outbox (op, lane, name, args, created_at, state, supersedes)
         VALUES (?, ?, ?, ?, ?, 'waiting', ?)`,
      ),
      settle: db.prepare('UPDATE outbox SET state = ?, outcome = ? WHERE op = ?'),
      remove: db.prepare('DELETE FROM outbox WHERE op = ?'),
    };
    this.reload();
    // What an earlier process sent is not known.
    for (const op of this.#entries.keys()) this.#left.add(op);
  }

  /** Reads the database again: at the start, and after a transaction was undone. */
  reload(): void {
    const entries = this.#statements.all.all().map(read);
    this.#entries.clear();
    for (const entry of entries) this.#entries.set(entry.op, entry);
  }

  /**
   * Writes a command down. Its arguments must have been parsed.
   *
   * @throws an error of SQLite when the disk refuses; then nothing was written.
   */
  add(op: OpId, name: CommandName, args: unknown, actor: Actor, now: number): Entry {
    const spec = commands.get(name);
    if (spec === undefined) throw new Error(`no command ${name}`);
    const lane = spec.lane(args as never, actor, op);
    const supersedes = spec.supersedes?.(args as never) ?? null;
    if (supersedes !== null) {
      for (const entry of this.#entries.values()) {
        const unsent = entry.state === 'waiting' && !this.#left.has(entry.op);
        if (unsent && entry.supersedes === supersedes) this.remove(entry.op);
      }
    }
    const { lastInsertRowid } = this.#statements.add.run(
      op,
      lane,
      name,
      JSON.stringify(args),
      now,
      supersedes,
    );
    const seq = Number(lastInsertRowid);
    const entry: Entry = {
      seq,
      op,
      lane,
      name,
      args,
      createdAt: now,
      supersedes,
      state: 'waiting',
    };
    this.#entries.set(op, entry);
    return entry;
  }

  acked(op: OpId, at: Record<string, number>): void {
    const entry = this.#entries.get(op);
    if (entry === undefined) return;
    this.#statements.settle.run('acked', JSON.stringify(at), op);
    this.#entries.set(op, { ...entry, state: 'acked', at });
    this.#sent.delete(op);
  }

  refused(op: OpId, refusal: Refused): void {
    const entry = this.#entries.get(op);
    if (entry === undefined) return;
    this.#statements.settle.run('refused', JSON.stringify(refusal), op);
    this.#entries.set(op, { ...entry, state: 'refused', refusal });
    this.#sent.delete(op);
  }

  remove(op: OpId): void {
    this.#statements.remove.run(op);
    this.#entries.delete(op);
    this.#sent.delete(op);
    this.#left.delete(op);
  }

  get(op: OpId): Entry | undefined {
    return this.#entries.get(op);
  }

  /** In the order of writing. */
  entries(): Entry[] {
    return [...this.#entries.values()];
  }

  /** The next commands to send, at most so many, none that is under way already. */
  unsent(most: number): Entry[] {
    const next: Entry[] = [];
    for (const entry of this.#entries.values()) {
      if (next.length === most) break;
      if (entry.state === 'waiting' && !this.#sent.has(entry.op)) next.push(entry);
    }
    return next;
  }

  markSent(ops: readonly OpId[]): void {
    for (const op of ops) {
      this.#sent.add(op);
      this.#left.add(op);
    }
  }

  /** The connection is gone: whatever was under way goes out again; the relay knows it by its op (S1). */
  disconnected(): void {
    this.#sent.clear();
  }

  get underWay(): number {
    return this.#sent.size;
  }

  isSent(op: OpId): boolean {
    return this.#sent.has(op);
  }

  count(state: Entry['state']): number {
    let count = 0;
    for (const entry of this.#entries.values()) if (entry.state === state) count++;
    return count;
  }
}
