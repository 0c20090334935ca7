/**
 * One row of the list is its tab stop; the arrow keys move it. Kept in the DOM and not in React: a
 * step must not draw two hundred rows again.
 */
export class RovingFocus {
  readonly #content: HTMLElement;
  #current: HTMLElement | null = null;

  constructor(content: HTMLElement) {
    this.#content = content;
  }

  /** Call after the rows have changed: there must always be a stop. */
  settle(): void {
    if (this.#current?.isConnected === true) return;
    const rows = this.#rows();
    const last = rows.at(-1);
    if (last !== undefined) this.#stop(last);
  }

  /** A row has the focus now, by whatever way. */
  focused(row: HTMLElement): void {
    if (row !== this.#current) this.#stop(row);
  }

  /** The row that many steps away, or the nearest there is. */
  step(from: HTMLElement, by: number): HTMLElement | null {
    const rows = this.#rows();
    const at = rows.indexOf(from);
    if (at < 0) return null;
    return rows[Math.min(rows.length - 1, Math.max(0, at + by))] ?? null;
  }

  #rows(): HTMLElement[] {
    return [...this.#content.querySelectorAll<HTMLElement>('[data-message]')];
  }

  #stop(row: HTMLElement): void {
    if (this.#current !== null) setStops(this.#current, -1);
    setStops(row, 0);
    this.#current = row;
  }
}

/** The row, and what can be used within it. */
function setStops(row: HTMLElement, index: 0 | -1): void {
  row.tabIndex = index;
  for (const stop of row.querySelectorAll<HTMLElement>('[data-stop]')) stop.tabIndex = index;
}
