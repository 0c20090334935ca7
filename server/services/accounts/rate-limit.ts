import type { Clock } from '../../../shared/domain/clock.ts';

export interface Rate {
  /** So many may come at once. */
  readonly burst: number;
  /** After that one more each so many ms. */
  readonly everyMs: number;
}

/** More keys than this are not remembered; those that would be free soonest are forgotten first. */
const MOST_KEYS = 50_000;

/**
 * Counts tries by key, in this process's memory. A key costs one number: the time at which it will
 * be free of debt (the generic cell rate algorithm, ITU-T I.371).
 */
export class RateLimit {
  readonly #clock: Clock;
  readonly #rate: Rate;
  readonly #freeAt = new Map<string, number>();

  constructor(clock: Clock, rate: Rate) {
    this.#clock = clock;
    this.#rate = rate;
  }

  /** Counts one try. Answers 0, or, where it is one too many, how long to wait, ms. */
  take(key: string): number {
    const now = this.#clock.now();
    const { burst, everyMs } = this.#rate;
    const freeAt = Math.max(now, this.#freeAt.get(key) ?? 0);
    const wait = freeAt - now - (burst - 1) * everyMs;
    if (wait > 0) return wait;
    this.#freeAt.set(key, freeAt + everyMs);
    if (this.#freeAt.size > MOST_KEYS) this.#forget(now);
    return 0;
  }

  /** The try was a good one: it does not count. */
  giveBack(key: string): void {
    const freeAt = this.#freeAt.get(key);
    if (freeAt === undefined) return;
    const before = freeAt - this.#rate.everyMs;
    if (before <= this.#clock.now()) this.#freeAt.delete(key);
    else this.#freeAt.set(key, before);
  }

  #forget(now: number): void {
    const entries = [...this.#freeAt].filter(([, freeAt]) => freeAt > now);
    entries.sort(([, a], [, b]) => b - a);
    this.#freeAt.clear();
    for (const [key, freeAt] of entries.slice(0, MOST_KEYS / 2)) this.#freeAt.set(key, freeAt);
  }
}
