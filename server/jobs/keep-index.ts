import type { Clock } from '../../shared/domain/clock.ts';
import { StoreUnavailable, type Store } from '../store/port.ts';

/** After a change the index waits for so much more, ms: a group alone costs as much as fifty. */
const GATHER_MS = 1_000;
/** After a failure of the store, ms. */
const AGAIN_MS = 30_000;

interface Parts {
  readonly store: Pick<Store, 'indexWords'>;
  readonly clock: Clock;
  readonly fault: (error: unknown) => void;
}

/**
 * Keeps the search index up to what was written, beside the commits. It looks once at the start,
 * for what a kill left, and a moment after each change; what it misses, the next look finds.
 */
export class KeepIndex {
  readonly #parts: Parts;
  #cancel: (() => void) | undefined;
  #working: Promise<void> | undefined;
  #changed = false;
  #closed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Something was written, here or by another node. */
  changed(): void {
    this.#changed = true;
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
      this.#working = this.#work().then((failed) => {
        this.#working = undefined;
        if (failed || this.#changed) this.#in(failed ? AGAIN_MS : GATHER_MS);
      });
    });
  }

  /** True: the store failed. */
  async #work(): Promise<boolean> {
    this.#changed = false;
    try {
      while (!this.#closed && (await this.#parts.store.indexWords()));
      return false;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) this.#parts.fault(error);
      return true;
    }
  }
}
