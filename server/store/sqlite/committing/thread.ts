import type { GroupResult, Submitted } from '../../port.ts';
import { AskedThread } from '../asked-thread.ts';
import { isShared, packGroup, unpackResult, type CommitAsk } from './messages.ts';
import type { CommitPlace, PackedCommitted } from './messages.ts';

/** Commands of a group from which on handing it over costs less than it frees. */
const LARGE = 16;

export interface CommitThreadOptions {
  readonly file: string;
  readonly fault: (error: unknown, command: Submitted) => void;
  /** Commands of the smallest group that it takes. */
  readonly from?: number;
  /** How long it waits for another writer, ms. */
  readonly busyMs?: number;
}

/**
 * Carries out large groups in a thread of its own, so that the one that serves people reads and
 * tells meanwhile and does not wait for the disk. It begins with the first large group, which it
 * leaves to others like all until it is there; a relay with little to do never has it.
 *
 * What it has committed is durable (S10) and is seen by every other connection when it answers.
 */
export class CommitThread {
  readonly #options: CommitThreadOptions;
  readonly #from: number;
  readonly #thread: AskedThread<CommitAsk, PackedCommitted | null>;
  #state: 'away' | 'coming' | 'there' = 'away';

  constructor(options: CommitThreadOptions) {
    this.#options = options;
    this.#from = options.from ?? LARGE;
    const program = new URL('./worker.ts', import.meta.url);
    this.#thread = new AskedThread(program, {
      file: options.file,
      busyMs: options.busyMs,
    } satisfies CommitPlace);
  }

  /** Begins it, and resolves when it is there. */
  async start(): Promise<void> {
    this.#state = 'coming';
    await this.#thread.ask({ ask: 'ready' }).then(
      () => (this.#state = 'there'),
      () => (this.#state = 'away'),
    );
  }

  /** Whether it is there for this group; it comes where it would be of use. */
  takes(group: readonly Submitted[]): boolean {
    if (group.length < this.#from) return false;
    if (this.#state === 'away') void this.start();
    return this.#state === 'there' && group.every(isShared);
  }

  /** Whether it is at work, and would carry out this group next. */
  takesBehind(group: readonly Submitted[]): boolean {
    return this.#thread.asked > 0 && this.takes(group);
  }

  /** As `Store.commit`; and the number of its transaction, 0 where it changed nothing. */
  async commit(
    group: readonly Submitted[],
    now: number,
    behind = false,
  ): Promise<{ result: GroupResult; tick: number }> {
    const commands = packGroup(group);
    const committed = (await this.#thread.ask({ ask: 'commit', now, commands, behind }))!;
    for (const { index, message, stack } of committed.faults) {
      const error = new Error(message);
      if (stack !== undefined) error.stack = stack;
      this.#options.fault(error, group[index]!);
    }
    return { result: unpackResult(committed), tick: committed.tick };
  }

  close(): Promise<void> {
    return this.#thread.close({ ask: 'close' });
  }
}
