const FIRST_MS = 500;
const MOST_MS = 30_000;

/**
 * How long to wait before the next try: doubling, capped, and spread over the whole span ("full
 * jitter"), so that ten thousand clients do not return in one instant.
 */
export class Backoff {
  readonly #random: () => number;
  #failures = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** ms; at least `atLeast`, on top of which the jitter comes. */
  next(atLeast = 0): number {
    const span = Math.min(MOST_MS, FIRST_MS * 2 ** this.#failures);
    this.#failures = Math.min(this.#failures + 1, 10);
    return atLeast + Math.ceil(span * this.#random());
  }

  reset(): void {
    this.#failures = 0;
  }
}
