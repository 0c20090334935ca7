import type { Clock } from '../../shared/domain/clock.ts';
import { StoreUnavailable, type Store } from '../store/port.ts';

/** After a change the index waits for so much more, ms: a group alone costs as much as fifty. */
const GATHER_MS = 1_000;
/** Rows of that time from which on the relay is busy, and the index leaves it the processors. */
const BUSY_ROWS = 2_000;
/** A busy relay has its index wait so long at most, ms; then both go on together. */
const PATIENCE_MS = 10_000;
/** After a failure of the store, ms. */
const AGAIN_MS = 30_000;

interface Parts {
  readonly store: Pick<Store, 'indexWords'>;
  readonly clock: Clock;
  readonly fault: (error: unknown) => void;
}

/**
 * Keeps the search index up to what was written, beside the commits. It looks once at the start,
 * for what a kill left, and a moment after each change; what it misses, the next look finds. A
 * search takes up what was just written by itself, where that is not much.
 */
export class KeepIndex {
  readonly #parts: Parts;
  #cancel: (() => void) | undefined;
  #working: Promise<void> | undefined;
  #changed = false;
  /** Rows written since the index last had a look at it. */
  #rows = 0;
  /** Since when something may not be in it. */
  #behindSince: number | undefined;
  #closed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Something was written, here or by another node. */
  changed(rows = 1): void {
    this.#changed = true;
    this.#rows += rows;
    this.#behindSince ??= this.#parts.clock.now();
    if (this.#working === undefined) this.#in(GATHER_MS);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancel?.();
    await this.#working;
  }

  #in(ms: number): void {
    if (this.#closed) return;
    this.#cancel ??= this.#parts.clock.after(ms, () => {
      this.#cancel = undefined;
      const waits = this.#waits();
      this.#rows = 0;
      if (waits) return this.#in(GATHER_MS);
      this.#working = this.#work().then((failed) => {
        this.#working = undefined;
        if (failed || this.#changed) this.#in(failed ? AGAIN_MS : GATHER_MS);
      });
    });
  }

  #waits(): boolean {
    if (this.#rows < BUSY_ROWS || this.#behindSince === undefined) return false;
    return this.#parts.clock.now() - this.#behindSince < PATIENCE_MS;
  }

  /** True: the store failed. */
  async #work(): Promise<boolean> {
    const { store, clock, fault } = this.#parts;
    const began = clock.now();
    this.#changed = false;
    try {
      while (!this.#closed && (await store.indexWords())) {
        if (!this.#waits()) continue;
        this.#changed = true;
        return false;
      }
      this.#behindSince = this.#changed ? began : undefined;
      return false;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) fault(error);
      return true;
    }
  }
}
