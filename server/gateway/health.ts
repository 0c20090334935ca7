import type { Clock } from '../../shared/domain/clock.ts';
import type { Store } from '../store/port.ts';

/** Longer than a store that works takes for a row, and shorter than load balancers wait, ms. */
const ANSWER_MS = 3_000;
/** A write is tried no more often than this while all is well, ms. */
const WRITE_EVERY_MS = 5_000;

/**
 * Whether the store takes what is written, which is more than that it can be read: a full disk, or
 * a database that has become a standby, still answers questions.
 */
export class Health {
  readonly #store: Pick<Store, 'accounts'>;
  readonly #clock: Clock;
  #wroteAt = -Infinity;
  #asking: Promise<boolean> | undefined;

  constructor(store: Pick<Store, 'accounts'>, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** False also where the store is silent: a line may swallow what is said and never break. */
  async good(): Promise<boolean> {
    // Whoever asks meanwhile shares the answer: it costs the store no more than one question.
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const cancel = this.#clock.after(ANSWER_MS, () => resolve(false));
    void this.#asking.then(resolve);
    const answer = await promise;
    cancel();
    return answer;
  }

  /** Something could not be written: the next question is whether it is so still. */
  doubt(): void {
    this.#wroteAt = -Infinity;
  }

  async #ask(): Promise<boolean> {
    const now = this.#clock.now();
    const { accounts } = this.#store;
    try {
      if (now - this.#wroteAt < WRITE_EVERY_MS) {
        await accounts.setting('health');
      } else {
        await accounts.setSetting('health', String(now));
        this.#wroteAt = now;
      }
      return true;
    } catch {
      this.doubt();
      return false;
    }
  }
}
