/** A clock that only moves when it is told to, with timers that fire in order. Times in ms. */
export class FakeClock {
  #now: number;
  #timers: { at: number; seq: number; run: () => void }[] = [];
  #seq = 0;

  constructor(start = Date.UTC(2026, 0, 5, 8)) {
    this.#now = start;
  }

  readonly now = (): number => this.#now;

  /** Calls back once, after so many ms. Gives back the function that cancels it. */
  readonly after = (ms: number, run: () => void): (() => void) => {
    const timer = { at: this.#now + Math.max(0, ms), seq: this.#seq++, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  /** Steps the clock without firing timers: what a person does who sets it wrong. */
  set(now: number): void {
    this.#now = now;
  }

  /** Moves on, firing what falls due, each at its own time. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = this.#timers
        .filter((timer) => timer.at <= end)
        .sort((a, b) => a.at - b.at || a.seq - b.seq)[0];
      if (due === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== due);
      this.#now = Math.max(this.#now, due.at);
      due.run();
    }
    this.#now = end;
  }

  /** How many timers wait. */
  get pending(): number {
    return this.#timers.length;
  }
}
