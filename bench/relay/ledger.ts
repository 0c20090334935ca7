/** What one receiver was told of messages that are numbered from 0 in the order of sending. */
export class Ledger {
  readonly #seen = new Set<number>();
  #newest = -1;
  #cutAt: number | null = null;
  #wholeAt: number | null = null;
  doubled = 0;
  disordered = 0;

  /** `newest`: the highest number that anybody has heard. */
  hear(n: number, newest: number): void {
    if (this.#seen.has(n)) {
      this.doubled++;
      return;
    }
    if (n < this.#newest) this.disordered++;
    this.#newest = Math.max(this.#newest, n);
    this.#seen.add(n);
    if (this.#cutAt !== null && this.#seen.size > newest) this.#wholeAt ??= performance.now();
  }

  cut(): void {
    this.#cutAt = performance.now();
  }

  get heard(): number {
    return this.#seen.size;
  }

  /** ms from the cut until it had heard all that anybody had; null if neither came. */
  get wholeMs(): number | null {
    return this.#cutAt === null || this.#wholeAt === null ? null : this.#wholeAt - this.#cutAt;
  }
}
