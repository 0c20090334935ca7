/** What belongs to a message and is open. */
type Pin = 'menu' | 'picker';

/** Which message shows its tools: the one under the pointer, or in focus by keyboard. */
export class ActiveMessage {
  readonly #listeners = new Set<() => void>();
  #id: string | null = null;
  readonly #pins = new Set<Pin>();
  #focused: string | null = null;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly id = (): string | null => this.#id;

  /** While a menu or a picker belongs to it, it stays. One may open the other. */
  pin(by: Pin): void {
    this.#pins.add(by);
  }

  unpin(by: Pin): void {
    this.#pins.delete(by);
  }

  /** Whether it has the focus by keyboard. A message that was clicked on has not. */
  isFocused(id: string): boolean {
    return this.#focused === id;
  }

  focused(id: string | null): void {
    this.#focused = id;
    this.set(id);
  }

  /** The focus has left it; the pointer may still be on it. */
  blurred(id: string | null): void {
    if (this.#focused !== id) return;
    this.#focused = null;
    if (this.#id === id) this.set(null);
  }

  /** The pointer is on it, or on none: then the one in focus has its tools again. */
  set(id: string | null): void {
    const next = id ?? this.#focused;
    if (this.#pins.size > 0 || next === this.#id) return;
    this.#id = next;
    for (const listener of [...this.#listeners]) listener();
  }
}
