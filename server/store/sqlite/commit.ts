import type { OpId, UserId } from '../../../shared/domain/ids.ts';
import {
  decideGroup,
  type Answer,
  type Ask,
  type StoredOp,
} from '../../services/commands/group.ts';
import { directoryEntry } from '../names.ts';
import type { GroupResult, Outcome, Submitted } from '../port.ts';
import type { Db } from './database.ts';
import { DirectoryTable } from './directory.ts';
import { KnownRows } from './known-rows.ts';
import { RowTable } from './rows.ts';
import { ScopeTable } from './scopes.ts';

interface Tables {
  readonly db: Db;
  readonly scopes: ScopeTable;
  readonly rows: RowTable;
  readonly directory: DirectoryTable;
}

export interface Committed {
  readonly result: GroupResult;
  /** The number of the transaction; 0 where it moved no scope. */
  readonly tick: number;
}

type Fault = (error: unknown, command: Submitted) => void;

/** Over a connection whose schema is up to date. */
export function committerOn(db: Db, fault: Fault): Committer {
  const scopes = new ScopeTable(db);
  const rows = new RowTable(db, scopes);
  return new Committer({ db, scopes, rows, directory: new DirectoryTable(db) }, fault);
}

/** Carries out groups of commands, each in one transaction that is durable when it returns (S10). */
export class Committer {
  readonly #tables: Tables;
  readonly #known: KnownRows;
  readonly #fault: Fault;
  readonly #statements;

  constructor(tables: Tables, fault: Fault) {
    this.#tables = tables;
    this.#fault = fault;
    const { db } = tables;
    this.#known = new KnownRows(db, tables.rows, tables.scopes);
    this.#statements = {
      begin: db.prepare('BEGIN IMMEDIATE'),
      commit: db.prepare('COMMIT'),
      op: db.prepare<[string]>('SELECT actor, name, outcome FROM ops WHERE op = ?').raw(),
      addOp: db.prepare('INSERT INTO ops (op, actor, name, outcome) VALUES (?, ?, ?, ?)'),
    };
  }

  commit(group: readonly Submitted[], now: number): Committed {
    const { db, scopes, rows, directory } = this.#tables;
    const { begin, commit, addOp } = this.#statements;
    begin.run();
    try {
      this.#known.begin();
      const decider = decideGroup(group, now, this.#fault);
      let step = decider.next();
      while (step.done !== true) step = decider.next(this.#answer(step.value));
      const { result, writes, ops } = step.value;
      const tick = result.changes.length > 0 ? scopes.nextTick() : 0;
      for (const change of result.changes) {
        scopes.move(change, tick);
        this.#known.moved(change);
      }
      for (const write of writes) {
        rows.write(write);
        this.#known.wrote(write);
        const entry = directoryEntry(write.scope, write.row);
        if (entry !== undefined) directory.write(entry);
      }
      for (const { op, actor, name, outcome } of ops) {
        addOp.run(op, actor, name, JSON.stringify(outcome));
      }
      commit.run();
      if (tick > 0) scopes.committed(tick);
      return { result, tick };
    } catch (error) {
      scopes.forget();
      this.#known.forget();
      // Some failures have rolled back already.
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }

  #answer({ ops, scopes, keys }: Ask): Answer {
    const known = this.#known;
    return {
      ops: ops.flatMap((op) => this.#op(op) ?? []),
      heads: scopes.map((scope) => known.head(scope)),
      rows: keys.flatMap((key) => known.find(key) ?? []),
    };
  }

  #op(op: OpId): StoredOp | undefined {
    const found = this.#statements.op.get(op) as [UserId, string, string] | undefined;
    if (found === undefined) return undefined;
    const [actor, name, outcome] = found;
    return { op, actor, name, outcome: JSON.parse(outcome) as Outcome };
  }
}
