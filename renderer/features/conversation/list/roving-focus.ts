/**
 * One row of the list is its tab stop; the arrow keys move it. Kept in the DOM and not in React: a
 * step must not draw two hundred rows again.
 */
export class RovingFocus {
  readonly #content: HTMLElement;
  #current: HTMLElement | null = null;
  /** Somebody went to it; otherwise the stop is the newest row, also when another comes. */
  #chosen = false;

  constructor(content: HTMLElement) {
    this.#content = content;
  }

  /** Call after the rows have changed: there must always be a stop. */
  settle(): void {
    if (this.#chosen && this.#current?.isConnected === true) return;
    this.#chosen = false;
    const last = this.#rows().at(-1);
    if (last !== undefined && last !== this.#current) this.#stop(last);
  }

  /** A row has the focus now, by whatever way: from it Tab goes on to what is in it. */
  focused(row: HTMLElement): void {
    this.#chosen = true;
    if (row !== this.#current) this.#stop(row);
    setStops(row, 0);
  }

  /** The list was sent to this row: whoever comes to the list by Tab comes there. */
  stopAt(row: HTMLElement): void {
    this.#chosen = true;
    if (row !== this.#current) this.#stop(row);
  }

  /** The focus has left a row: the way back ends at the row itself. */
  left(row: HTMLElement): void {
    setStops(row, -1);
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
    if (this.#current !== null) {
      this.#current.tabIndex = -1;
      setStops(this.#current, -1);
    }
    row.tabIndex = 0;
    this.#current = row;
  }
}

/** What can be used within a row. */
function setStops(row: HTMLElement, index: 0 | -1): void {
  for (const stop of row.querySelectorAll<HTMLElement>('[data-stop]')) stop.tabIndex = index;
}
