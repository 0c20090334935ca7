import type { Clock } from '../../../shared/domain/clock.ts';
import { orgScope, type Scope } from '../../../shared/domain/scope.ts';
import { decideGroup } from '../../services/commands/group.ts';
import { LOOKED_UP } from '../between-groups.ts';
import { StoreUnavailable, type GroupResult, type Submitted } from '../port.ts';
import type { Database } from './database.ts';
import { asInTheWay, InTheWay, Taken } from './failures.ts';
import { GroupTransaction } from './group-transaction.ts';
import { KnownRows } from './known-rows.ts';
import { holdOrg, shareOrg } from './locks.ts';
import type { MovedScopes } from './moved-scopes.ts';
import { ScopeIds } from './scope-ids.ts';

export interface CommitterOptions {
  readonly db: Database;
  readonly moved: MovedScopes;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly fault: (error: unknown, command: Submitted) => void;
}

const ATTEMPTS = 8;
/** The longest pause after a first attempt, ms; it doubles with each further one. */
const PAUSE_MS = 8;

const BEGIN = 'BEGIN ISOLATION LEVEL READ COMMITTED';

/** What one attempt at a group teaches the next. */
interface Plan {
  holdsOrg: boolean;
  /** The ids of its commands, as long as they are taken for new. */
  fresh: ReadonlySet<string> | null;
  readonly foreseen: Set<Scope>;
}

/**
 * Carries out groups of commands, each in one transaction that is durable when it returns (S10).
 * A group costs two round trips, whatever it holds: one that begins, locks and reads, and one that
 * writes and commits; a third where a command follows what it read (`follow`), and where another
 * node has changed what this one had read before.
 *
 * Commands hardly ever come twice, so a group is first carried out as if all of its ids were new,
 * and so were the rows that bear them: the server itself refuses to have one of them twice. Then
 * nothing has happened, and each is looked up (S1).
 */
export class Committer {
  readonly #options: CommitterOptions;
  readonly #scopeIds = new ScopeIds();
  readonly #known = new KnownRows();
  /** Whether the last group changed `org`: an import's groups do so one after another. */
  #changedOrg = false;
  /** Groups to come that are looked up first. */
  #lookUp = 0;

  constructor(options: CommitterOptions) {
    this.#options = options;
    // Nobody puts another database in the place of one that has connections.
    options.db.onEnded(() => this.#known.forget());
  }

  async commit(group: readonly Submitted[], now: number): Promise<GroupResult> {
    if (group.length === 0) return { outcomes: [], changes: [] };
    const fresh = this.#lookUp > 0 ? null : new Set<string>(group.map(({ op }) => op));
    if (fresh === null) this.#lookUp--;
    const plan: Plan = { holdsOrg: this.#changedOrg, fresh, foreseen: new Set() };
    for (let attempt = 1; ; attempt++) {
      try {
        const result = await this.#attempt(group, now, plan);
        if (result !== undefined) return result;
      } catch (error) {
        if (error instanceof Taken) {
          plan.fresh = null;
          this.#lookUp = LOOKED_UP;
          continue;
        }
        if (!(error instanceof InTheWay)) throw error;
        if (attempt >= ATTEMPTS) throw new StoreUnavailable(error.message, { cause: error });
        await this.#pause(attempt);
      }
    }
  }

  /** Answers undefined where the group needs `org` for itself and had not asked for it. */
  async #attempt(
    group: readonly Submitted[],
    now: number,
    plan: Plan,
  ): Promise<GroupResult | undefined> {
    const { db, moved, fault } = this.#options;
    const faults: [error: unknown, command: Submitted][] = [];
    const begin = `${BEGIN}; ${plan.holdsOrg ? holdOrg : shareOrg}`;
    const done = await db.transaction(begin, async (connection, commit) => {
      const transaction = new GroupTransaction(connection, {
        sharesOrg: !plan.holdsOrg,
        foreseen: plan.foreseen,
        fresh: plan.fresh,
        scopeIds: this.#scopeIds,
        known: this.#known,
      });
      try {
        const decider = decideGroup(group, now, (...one) => void faults.push(one));
        let step = decider.next();
        while (step.done !== true) step = decider.next(await transaction.answer(step.value));
        const decision = step.value;
        // All of them were repeats.
        if (decision.ops.length === 0) return { decision, moves: [] };
        if (transaction.needsOrg(decision)) return undefined;
        return { decision, moves: await transaction.write(decision, commit) };
      } catch (error) {
        for (const scope of transaction.asked) plan.foreseen.add(scope);
        throw asInTheWay(error, plan.fresh !== null);
      }
    });
    if (done === undefined) {
      plan.holdsOrg = true;
      return undefined;
    }
    // Now, and not at an attempt that came to nothing.
    for (const one of faults) fault(...one);
    const { result, writes } = done.decision;
    moved.committed(done.moves);
    this.#known.committed(result.changes, writes);
    this.#changedOrg = done.moves.some(({ scope }) => scope === orgScope);
    return result;
  }

  #pause(attempt: number): Promise<void> {
    const { clock, random } = this.#options;
    const most = PAUSE_MS * 2 ** attempt;
    return new Promise((resolve) => void clock.after(random() * most, resolve));
  }
}
