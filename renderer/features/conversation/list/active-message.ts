/** Which message shows its tools: the one under the pointer, or in focus by keyboard. */
export class ActiveMessage {
  readonly #listeners = new Set<() => void>();
  #id: string | null = null;
  #pinned = false;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly id = (): string | null => this.#id;

  /** While a menu or a picker belongs to it, it stays. */
  pin(pinned: boolean): void {
    this.#pinned = pinned;
  }

  set(id: string | null): void {
    if (this.#pinned || id === this.#id) return;
    this.#id = id;
    for (const listener of [...this.#listeners]) listener();
  }
}
