import type { Key } from '../../../shared/commands/command.ts';
import type { OpId, UserId } from '../../../shared/domain/ids.ts';
import type { Actor } from '../../../shared/domain/permissions.ts';
import { channelOf, orgScope, userScope, type Scope } from '../../../shared/domain/scope.ts';
import type { GroupResult, Outcome, ScopeHead, Submitted } from '../../store/port.ts';
import { CommandWork, GroupRows, type LoadedRow, type RowWrite } from './group-rows.ts';

/** S1: what became of a command, kept for good. */
export interface StoredOp {
  readonly op: OpId;
  readonly actor: UserId;
  readonly name: string;
  readonly outcome: Outcome;
}

/**
 * What a group wants to know from its store. Locks come first: a store reads `heads` under a lock
 * that lasts to the end of the transaction (S2), and the rows after it.
 */
export interface Ask {
  readonly ops: readonly OpId[];
  readonly scopes: readonly Scope[];
  readonly keys: readonly Key[];
}

export interface Answer {
  /** Those of the ops that have an outcome. */
  readonly ops: readonly StoredOp[];
  /** One for each scope that was asked for. */
  readonly heads: readonly ScopeHead[];
  /** Those of the rows that exist, tombstones too. */
  readonly rows: readonly LoadedRow[];
}

/** What the store writes, in the same transaction. */
export interface Decision {
  readonly result: GroupResult;
  readonly writes: readonly RowWrite[];
  readonly ops: readonly StoredOp[];
}

/**
 * Carries out a group of commands in memory, in order, over any engine: it yields what it needs to
 * read, and returns what is to be written. Mostly it asks once or twice.
 *
 * @param fault hears of a command that threw; it is refused as `invalid` and harms no other
 */
export function* decideGroup(
  group: readonly Submitted[],
  now: number,
  fault: (error: unknown, command: Submitted) => void,
): Generator<Ask, Decision, Answer> {
  const rows = new GroupRows();
  const known = new Map<OpId, StoredOp>();
  const faulty = new Set<Submitted>();
  const get = rows.get.bind(rows);

  const guarded = <T>(command: Submitted, run: () => T): T | undefined => {
    try {
      return run();
    } catch (error) {
      if (!faulty.has(command)) fault(error, command);
      faulty.add(command);
      return undefined;
    }
  };
  const needsOf = (command: Submitted): Key[] =>
    guarded(command, () => command.spec.needs(command.args, command.actor, command.op)) ?? [];
  const followOf = (command: Submitted, step: 'follow' | 'further'): Key[] => {
    const { spec, args, op, actor } = command;
    if (spec[step] === undefined || faulty.has(command)) return [];
    return guarded(command, () => spec[step]?.({ get, op, actor }, args)) ?? [];
  };
  function* load(asked: readonly Submitted[]): Generator<Ask, void, Answer> {
    for (const step of ['follow', 'further'] as const) {
      const more = rows.want(asked.flatMap((command) => followOf(command, step)));
      if (more.keys.length === 0) continue;
      const { rows: loaded, heads } = yield { ops: [], ...more };
      rows.load(loaded, heads);
    }
  }

  const first = rows.want(group.flatMap(needsOf));
  const answer = yield { ops: [...new Set(group.map(({ op }) => op))], ...first };
  for (const stored of answer.ops) known.set(stored.op, stored);
  rows.load(answer.rows, answer.heads);

  const fresh = group.filter(({ op }) => !known.has(op));
  yield* load(fresh);

  const outcomes: Outcome[] = [];
  const ops: StoredOp[] = [];
  for (const command of group) {
    const before = known.get(command.op);
    if (before !== undefined) {
      outcomes.push(repeated(before, command));
      continue;
    }
    // Those before it in the group may have changed what it follows.
    if (followOf(command, 'follow').length > 0 || command.spec.further !== undefined) {
      yield* load([command]);
    }
    const outcome = faulty.has(command)
      ? invalid
      : (guarded(command, () => carryOut(rows, command, now)) ?? invalid);
    const stored = {
      op: command.op,
      actor: command.actor.userId,
      name: command.spec.name,
      outcome,
    };
    known.set(command.op, stored);
    ops.push(stored);
    outcomes.push(outcome);
  }
  const { changes, writes } = rows.changes();
  return { result: { outcomes, changes }, writes, ops };
}

const invalid: Outcome = { ok: false, refusal: { code: 'invalid' } };

/** S1: the outcome of before, unless the id was somebody else's or another command's. */
function repeated(before: StoredOp, command: Submitted): Outcome {
  const same = before.actor === command.actor.userId && before.name === command.spec.name;
  return same ? before.outcome : { ok: false, refusal: { code: 'id_taken' } };
}

function carryOut(rows: GroupRows, command: Submitted, now: number): Outcome {
  const work = new CommandWork(rows, command.actor, now, command.op);
  const refusal = command.spec.run(work, command.args);
  if (refusal !== undefined) return { ok: false, refusal };
  const at: Record<string, number> = {};
  for (const [scope, { head }] of work.keep()) {
    if (readsAsActor(command.actor, scope)) at[scope] = head;
  }
  return { ok: true, at };
}

/** S8: an acknowledgement names only scopes that the actor hears of. */
const readsAsActor = (actor: Actor, scope: Scope): boolean =>
  scope === orgScope || scope === userScope(actor.userId) || channelOf(scope) !== undefined;
