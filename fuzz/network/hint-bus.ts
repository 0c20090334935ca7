import type { Bus, Hint } from '../../server/bus/port.ts';
import type { SeededRandom } from '../../shared/testing/random.ts';
import type { Timeline } from '../timeline.ts';

type Listener = (hints: readonly Hint[]) => void;

/** How the way between the nodes behaves at this moment; chances in [0, 1]. */
export interface BusFaults {
  lost: number;
  doubled: number;
  /** The longest that a hint takes, ms: one may overtake another. */
  slowest: number;
}

/** S13: hints between nodes, each on a way of its own: lost, doubled and reordered as told. */
export class HintBus {
  readonly #timeline: Timeline;
  readonly #random: SeededRandom;
  readonly #faults: BusFaults;
  readonly #listeners = new Set<Listener>();

  constructor(timeline: Timeline, random: SeededRandom, faults: BusFaults) {
    this.#timeline = timeline;
    this.#random = random;
    this.#faults = faults;
  }

  /** One node's end of it. */
  end(): Bus {
    const own = new Set<Listener>();
    return {
      publish: (hints) => this.#publish(hints),
      subscribe: (listener) => {
        own.add(listener);
        this.#listeners.add(listener);
        return () => void this.#listeners.delete(listener);
      },
      close: async () => {
        for (const listener of own) this.#listeners.delete(listener);
      },
    };
  }

  #publish(hints: readonly Hint[]): void {
    if (hints.length === 0) return;
    for (const listener of this.#listeners) {
      if (this.#random.chance(this.#faults.lost)) continue;
      this.#bring(listener, hints);
      if (this.#random.chance(this.#faults.doubled)) this.#bring(listener, hints);
    }
  }

  #bring(listener: Listener, hints: readonly Hint[]): void {
    this.#timeline.after(1 + this.#random.int(this.#faults.slowest), () => {
      if (this.#listeners.has(listener)) listener(hints);
    });
  }
}
