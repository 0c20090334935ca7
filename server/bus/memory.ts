import type { Bus, Hint } from './port.ts';

type Listener = (hints: readonly Hint[]) => void;

/** The bus of a relay that is its only node: hints reach its own listeners a moment later. */
export class MemoryBus implements Bus {
  readonly #listeners = new Set<Listener>();
  readonly #fault: (error: unknown) => void;
  #open = true;

  /** @param fault hears of a listener that threw; the others hear the hints all the same */
  constructor(fault: (error: unknown) => void) {
    this.#fault = fault;
  }

  publish(hints: readonly Hint[]): void {
    // Never in the publisher's own call: a listener must not find it half done.
    queueMicrotask(() => {
      if (this.#open) for (const listener of this.#listeners) this.#tell(listener, hints);
    });
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#open = false;
    this.#listeners.clear();
  }

  #tell(listener: Listener, hints: readonly Hint[]): void {
    try {
      listener(hints);
    } catch (error) {
      this.#fault(error);
    }
  }
}
