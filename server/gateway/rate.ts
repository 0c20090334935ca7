/** Zero `perSecond` is no limit. */
export interface Rate {
  readonly perSecond: number;
  /** What may come at once after a pause. */
  readonly burst: number;
}

/**
 * A token bucket that may run into debt: what was taken too early is waited for afterwards, so
 * that nothing is refused and the order holds.
 */
export class TokenBucket {
  readonly #rate: Rate;
  readonly #now: () => number;
  #tokens: number;
  #at: number;

  constructor(rate: Rate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
    this.#tokens = rate.burst;
    this.#at = now();
  }

  take(tokens: number): void {
    if (this.#rate.perSecond === 0) return;
    this.#fill();
    this.#tokens -= tokens;
  }

  /** ms until the debt is paid; 0 where there is none. */
  wait(): number {
    if (this.#rate.perSecond === 0) return 0;
    this.#fill();
    return this.#tokens >= 0 ? 0 : Math.ceil((-this.#tokens / this.#rate.perSecond) * 1_000);
  }

  #fill(): void {
    const now = this.#now();
    const gained = (Math.max(0, now - this.#at) / 1_000) * this.#rate.perSecond;
    this.#tokens = Math.min(this.#rate.burst, this.#tokens + gained);
    this.#at = now;
  }
}
