import type { Clock } from '../shared/domain/clock.ts';

/** What V8 is told: to prefer little memory, or speed. */
export const LEAN = '--optimize-for-size';
const FAST = '--no-optimize-for-size';

/** Commands of one second that make a busy relay. */
const BUSY_COMMANDS = 50;
const SECOND_MS = 1_000;
/** Calm begins so long after the last such second, ms. */
const CALM_MS = 60_000;

/**
 * Whether V8 prefers little memory or speed. Thousands of connections that say little need none of
 * the room that it takes for speed (docs/performance.md: `idle`); with it, a busy relay carries out
 * twice as many commands.
 */
export class MemoryMode {
  readonly #clock: Clock;
  readonly #setFlag: (flag: string) => void;
  #lean = true;
  #busyAt = 0;
  #secondAt = 0;
  #commands = 0;

  /** @param setFlag tells V8, as `v8.setFlagsFromString` does */
  constructor(clock: Clock, setFlag: (flag: string) => void) {
    this.#clock = clock;
    this.#setFlag = setFlag;
    setFlag(LEAN);
  }

  /** Hears of each group that was carried out. */
  committed(commands: number): void {
    const now = this.#clock.now();
    if (now - this.#secondAt >= SECOND_MS) [this.#secondAt, this.#commands] = [now, 0];
    this.#commands += commands;
    if (this.#commands < BUSY_COMMANDS) return;
    this.#busyAt = now;
    if (!this.#lean) return;
    this.#lean = false;
    this.#setFlag(FAST);
    this.#clock.after(CALM_MS, () => this.#look());
  }

  #look(): void {
    const left = this.#busyAt + CALM_MS - this.#clock.now();
    if (left > 0) {
      this.#clock.after(left, () => this.#look());
    } else {
      this.#lean = true;
      this.#setFlag(LEAN);
    }
  }
}
