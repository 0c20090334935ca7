import {
  StoreUnavailable,
  type GroupResult,
  type Outcome,
  type Store,
  type Submitted,
} from '../../store/port.ts';
import { counted, wantsCount } from './counted.ts';

/** Most commands of one transaction. More wait for the next, so that no receiver waits long. */
const MAX_GROUP = 256;
/**
 * Most weight of one transaction, in characters as they came in. What a group makes goes out as one
 * frame, which must stay well below what may wait for a receiver.
 */
const MAX_WEIGHT = 512 * 1024;

export interface Settled {
  readonly command: Submitted;
  readonly outcome: Outcome;
}

/** Who hands commands in and hears what became of them: a connection, or a service. */
export interface Submitter {
  /** Outcomes of its commands in one group, in order; what the group changed has been told before. */
  settled(settled: readonly Settled[]): void;
  /** Nothing of these was carried out; they may be submitted again (S1). */
  unavailable(commands: readonly Submitted[]): void;
}

export interface RunnerOptions {
  readonly store: Pick<Store, 'commit' | 'commitsBeside' | 'commitsBehind' | 'list'>;
  readonly now: () => number;
  /** Calls back once the sockets have been read again. */
  readonly nextTurn: (run: () => void) => void;
  /** Hears of each group, before its submitters do. */
  readonly committed: (result: GroupResult, settled: readonly Settled[]) => void;
  /** A store that failed in a way that it does not know. */
  readonly fault: (error: unknown) => void;
  readonly maxGroup?: number;
}

interface Waiting {
  readonly command: Submitted;
  readonly submitter: Submitter;
  readonly weight: number;
}

/** A group that is handed to the store. */
interface Begun {
  readonly group: readonly Waiting[];
  readonly result: Promise<GroupResult | { error: unknown }>;
}

/**
 * Carries out commands in groups, one transaction each (S10). Nothing waits for a group to fill:
 * an idle relay commits at once, and what comes in while one group commits makes up the next.
 * Where a commit leaves this thread free, the next group is under way while one is told, or waits
 * already behind the one that commits.
 */
export class CommandRunner {
  readonly #options: RunnerOptions;
  readonly #maxGroup: number;
  #queue: Waiting[] = [];
  #running = false;
  /** The next group, where it was handed over behind the one that is under way. */
  #behind: Begun | undefined;
  /** Whether there may be one is asked in this turn's end. */
  #looks = false;
  #idle: (() => void)[] = [];

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.#maxGroup = options.maxGroup ?? MAX_GROUP;
  }

  /**
   * Commands of one submitter are carried out in the order in which they are handed in.
   *
   * @param size of them together, in characters
   */
  enqueue(commands: readonly Submitted[], submitter: Submitter, size = 0): void {
    const weight = size / commands.length;
    for (const command of commands) this.#queue.push({ command, submitter, weight });
    this.#wake();
    this.#lookBehind();
  }

  /** For services of the relay itself. Fails with `StoreUnavailable`. */
  submit(command: Submitted): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.enqueue([command], {
        settled: ([settled]) => resolve(settled!.outcome),
        unavailable: () => reject(new StoreUnavailable('the command was not carried out')),
      });
    });
  }

  /** Resolves when nothing waits or runs. */
  async idle(): Promise<void> {
    if (!this.#running) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  /** Commands that wait for their group. */
  get waiting(): number {
    return this.#queue.length;
  }

  #wake(): void {
    if (this.#running) return;
    this.#running = true;
    this.#options.nextTurn(() => void this.#run());
  }

  async #run(): Promise<void> {
    let ahead: Begun | undefined;
    while (ahead !== undefined || this.#queue.length > 0) {
      const { group, result } = ahead ?? this.#begin();
      ahead = undefined;
      const committed = await result;
      ahead = this.#behind;
      this.#behind = undefined;
      if ('error' in committed) {
        await this.#failed(group, committed.error);
      } else {
        if (ahead === undefined && this.#goesAhead()) ahead = this.#begin();
        this.#tell(group, committed);
      }
      // Sockets are read before the next group, so that it gathers what came in meanwhile.
      if (ahead === undefined)
        await new Promise<void>((resolve) => this.#options.nextTurn(resolve));
    }
    this.#running = false;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  #goesAhead(): boolean {
    const { commitsBeside } = this.#options.store;
    if (commitsBeside === undefined || this.#queue.length === 0) return false;
    return commitsBeside(this.#queue.slice(0, this.#size()).map(({ command }) => command));
  }

  /** Once the sockets were read, so that who carries a group out has the next one at hand then. */
  #lookBehind(): void {
    const { commitsBehind } = this.#options.store;
    if (commitsBehind === undefined || this.#looks || this.#behind !== undefined) return;
    this.#looks = true;
    this.#options.nextTurn(() => {
      this.#looks = false;
      if (this.#behind !== undefined || this.#queue.length === 0) return;
      const group = this.#queue.slice(0, this.#size()).map(({ command }) => command);
      // What is counted for it would be counted before the one that is under way.
      if (!group.some(wantsCount) && commitsBehind(group)) this.#behind = this.#begin(true);
    });
  }

  #begin(behind = false): Begun {
    const size = this.#size();
    const group = this.#queue.slice(0, size);
    this.#queue = this.#queue.slice(size);
    return { group, result: this.#carryOut(group, behind) };
  }

  /** Commands of the next group. */
  #size(): number {
    let [size, weight] = [0, 0];
    for (const waiting of this.#queue) {
      weight += waiting.weight;
      if (size === this.#maxGroup || (size > 0 && weight > MAX_WEIGHT)) break;
      size++;
    }
    return size;
  }

  async #carryOut(
    group: readonly Waiting[],
    behind = false,
  ): Promise<GroupResult | { error: unknown }> {
    try {
      const commands = group.map(({ command }) => command);
      const { store, now } = this.#options;
      // Without anything to count the store is asked in this very turn.
      const ready = commands.some(wantsCount) ? await counted(commands, store) : commands;
      return await store.commit(ready, now(), behind);
    } catch (error) {
      return { error };
    }
  }

  /** Answers false where the store was not there, and nothing was carried out. */
  async #failed(group: readonly Waiting[], error: unknown): Promise<boolean> {
    if (error instanceof StoreUnavailable) {
      this.#giveBack(group);
      return false;
    }
    this.#options.fault(error);
    await this.#separate(group);
    return true;
  }

  /** As `#failed`. */
  async #commit(group: readonly Waiting[]): Promise<boolean> {
    const result = await this.#carryOut(group);
    if ('error' in result) return this.#failed(group, result.error);
    this.#tell(group, result);
    return true;
  }

  /** S7: with what was handed in behind these, which must not be carried out before them. */
  #giveBack(group: readonly Waiting[]): void {
    const submitters = new Set(group.map(({ submitter }) => submitter));
    const behind = this.#queue.filter(({ submitter }) => submitters.has(submitter));
    this.#queue = this.#queue.filter(({ submitter }) => !submitters.has(submitter));
    const lost = bySubmitter([...group, ...behind], ({ command }) => command);
    for (const [submitter, commands] of lost) submitter.unavailable(commands);
  }

  /** One command that the store chokes on must not take the others down, or come again for ever. */
  async #separate(group: readonly Waiting[]): Promise<void> {
    if (group.length > 1) {
      const away = new Set<Submitter>();
      for (const one of group) {
        if (away.has(one.submitter)) this.#giveBack([one]);
        else if (!(await this.#commit([one]))) away.add(one.submitter);
      }
      return;
    }
    const outcomes: Outcome[] = [{ ok: false, refusal: { code: 'invalid' } }];
    this.#tell(group, { outcomes, changes: [] });
  }

  #tell(group: readonly Waiting[], result: GroupResult): void {
    const settled = group.map((waiting, index) => ({
      ...waiting,
      outcome: result.outcomes[index]!,
    }));
    this.#options.committed(result, settled);
    for (const [submitter, theirs] of bySubmitter(settled, (one) => one)) submitter.settled(theirs);
  }
}

function bySubmitter<T extends Waiting, R>(
  group: readonly T[],
  pick: (waiting: T) => R,
): Map<Submitter, R[]> {
  const result = new Map<Submitter, R[]>();
  for (const waiting of group) {
    const theirs = result.get(waiting.submitter);
    if (theirs === undefined) result.set(waiting.submitter, [pick(waiting)]);
    else theirs.push(pick(waiting));
  }
  return result;
}
