import type { Key } from '../../../shared/commands/command.ts';
import type { OpId, UserId } from '../../../shared/domain/ids.ts';
import Database from 'better-sqlite3';
import type { LoadedRow, RowWrite } from '../../services/commands/group-rows.ts';
import {
  decideGroup,
  type Answer,
  type Ask,
  type StoredOp,
} from '../../services/commands/group.ts';
import { LOOKED_UP } from '../between-groups.ts';
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

/** What is taken for new. */
interface Guess {
  /** Of commands, and of rows that bear the id of one. */
  readonly ids: ReadonlySet<string>;
  /** Those of the rows that were asked for. */
  readonly keys: Key[];
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
  /** Groups to come that are looked up first. */
  #lookUp = 0;
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

  /**
   * Commands hardly ever come twice, so a group is first carried out as if all of its ids were new,
   * and so were the rows that bear them: the database itself refuses to have one of them twice. Then
   * nothing has happened, and each is looked up (S1).
   */
  commit(group: readonly Submitted[], now: number): Committed {
    if (this.#lookUp === 0) {
      const faults: Parameters<Fault>[] = [];
      const guess = { ids: new Set<string>(group.map(({ op }) => op)), keys: [] };
      try {
        const committed = this.#carryOut(group, now, (...fault) => faults.push(fault), guess);
        for (const fault of faults) this.#fault(...fault);
        return committed;
      } catch (error) {
        if (!isTaken(error)) throw error;
        this.#lookUp = LOOKED_UP;
      }
    }
    this.#lookUp--;
    return this.#carryOut(group, now, this.#fault);
  }

  #carryOut(group: readonly Submitted[], now: number, fault: Fault, guess?: Guess): Committed {
    const { db, scopes, rows, directory } = this.#tables;
    const { begin, commit, addOp } = this.#statements;
    begin.run();
    try {
      this.#known.begin();
      const decider = decideGroup(group, now, fault);
      let step = decider.next();
      while (step.done !== true) step = decider.next(this.#answer(step.value, guess));
      const { result, writes, ops } = step.value;
      if (guess !== undefined) this.#prove(guess, writes);
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

  #answer({ ops, scopes, keys }: Ask, guess: Guess | undefined): Answer {
    const known = this.#known;
    const rows: LoadedRow[] = [];
    for (const key of keys) {
      if (guess?.ids.has(key.id) === true) {
        guess.keys.push(key);
        continue;
      }
      const row = known.find(key);
      if (row !== undefined) rows.push(row);
    }
    return {
      ops: guess === undefined ? ops.flatMap((op) => this.#op(op) ?? []) : [],
      heads: scopes.map((scope) => known.head(scope)),
      rows,
    };
  }

  /** What is inserted proves by itself that it was not there; the rest of a guess is looked up. */
  #prove({ ids, keys }: Guess, writes: readonly RowWrite[]): void {
    let unproven = keys.length;
    for (const { fresh, id } of writes) if (fresh && ids.has(id)) unproven--;
    if (unproven > 0 && keys.some((key) => this.#tables.rows.find(key) !== undefined)) {
      throw new Taken();
    }
  }

  #op(op: OpId): StoredOp | undefined {
    const found = this.#statements.op.get(op) as [UserId, string, string] | undefined;
    if (found === undefined) return undefined;
    const [actor, name, outcome] = found;
    return { op, actor, name, outcome: JSON.parse(outcome) as Outcome };
  }
}

/** A row that was taken for new was there. */
class Taken extends Error {}

const isTaken = (error: unknown): boolean =>
  error instanceof Taken ||
  (error instanceof Database.SqliteError &&
    /^SQLITE_CONSTRAINT_(PRIMARYKEY|UNIQUE)$/.test(error.code));
