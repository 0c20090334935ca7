import type { Clock } from '../../../shared/domain/clock.ts';
import { Backoff } from '../sync/backoff.ts';
import type { AccessAnswer } from './access-tokens.ts';

export interface KnockingOptions {
  clock: Clock;
  /** In [0, 1). */
  random: () => number;
  /** Asks the relay itself, not a token that is here already. */
  ask: () => Promise<AccessAnswer>;
  /** The relay has answered: let in, or told to go. */
  onAnswer: (answer: 'in' | 'ended' | 'disabled') => void;
}

/** S12: while the lease is over nothing is open; the relay is asked until it answers. */
export class Knocking {
  readonly #options: KnockingOptions;
  readonly #backoff: Backoff;
  #try = 0;
  #cancel: (() => void) | null = null;

  constructor(options: KnockingOptions) {
    this.#options = options;
    this.#backoff = new Backoff(options.random);
  }

  async knock(): Promise<void> {
    this.stop();
    const id = this.#try;
    const answer = await this.#options.ask();
    if (id !== this.#try) return;
    if (answer.ok) return this.#options.onAnswer('in');
    if (answer.reason === 'ended' || answer.reason === 'disabled') {
      return this.#options.onAnswer(answer.reason);
    }
    this.#cancel = this.#options.clock.after(this.#backoff.next(), () => void this.knock());
  }

  stop(): void {
    this.#try++;
    this.#cancel?.();
    this.#cancel = null;
  }
}
