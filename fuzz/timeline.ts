import type { Clock } from '../shared/domain/clock.ts';

interface Event {
  readonly at: number;
  readonly seq: number;
  readonly run: () => void;
  cancelled: boolean;
}

const before = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && a.seq < b.seq);

/**
 * Virtual time, shared by everything in a run: what falls due runs one after the other, each at
 * its own time, ties in the order of asking. Times in ms.
 */
export class Timeline implements Clock {
  #now: number;
  #seq = 0;
  /** A binary heap, the next event first. */
  readonly #heap: Event[] = [];

  constructor(start: number) {
    this.#now = start;
  }

  readonly now = (): number => this.#now;

  readonly after = (ms: number, run: () => void): (() => void) => {
    const event = { at: this.#now + Math.max(0, ms), seq: this.#seq++, run, cancelled: false };
    this.#push(event);
    return () => void (event.cancelled = true);
  };

  /** Runs what falls due until then, and whatever each of these sets going in promises. */
  async until(end: number): Promise<void> {
    for (let next = this.#heap[0]; next !== undefined && next.at <= end; next = this.#heap[0]) {
      this.#pop();
      if (next.cancelled) continue;
      this.#now = Math.max(this.#now, next.at);
      next.run();
      await settled();
    }
    this.#now = end;
  }

  #push(event: Event): void {
    const heap = this.#heap;
    let at = heap.push(event) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(event, heap[parent]!)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = event;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop()!;
    if (heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
      if (!before(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
  }
}

/**
 * Everything that promises and `process.nextTick` had to do is done. Nothing in a run waits for
 * anything real, so this is exact.
 */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A clock of one machine: it may be wrong, and it ends with the machine. */
export class OwnClock implements Clock {
  readonly #timeline: Timeline;
  /** This machine's clock less the true time, ms. */
  skew: number;
  #running = true;

  constructor(timeline: Timeline, skew = 0) {
    this.#timeline = timeline;
    this.skew = skew;
  }

  readonly now = (): number => this.#timeline.now() + this.skew;

  readonly after = (ms: number, run: () => void): (() => void) =>
    this.#timeline.after(ms, () => {
      if (this.#running) run();
    });

  /** Waits so long; never comes back on a machine that was killed. */
  readonly wait = (ms: number): Promise<void> =>
    new Promise((resolve) => void this.after(ms, resolve));

  stop(): void {
    this.#running = false;
  }
}
