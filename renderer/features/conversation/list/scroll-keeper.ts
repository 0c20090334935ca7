/**
 * Keeps a list of changing height from jumping. While the newest row is on the screen it stays
 * there; otherwise the first visible row stays where it is, whatever is put in, taken out or
 * grows above it. The anchor's place is remembered within the content and not on the screen, so
 * that scrolling which has not been told yet is never mistaken for a change of the layout.
 *
 * The browser's own scroll anchoring must be off (`overflow-anchor: none`): two would correct twice.
 */

/** Rows carry this attribute, with a key that stays with what they show. */
const ROW = 'data-row';
/** So near to the end counts as being there, px. */
const AT_END = 24;
/** Rows that are remembered: the first may be taken out while others stay. */
const ANCHORS = 8;

interface Anchor {
  readonly element: HTMLElement;
  /** Its top within the content, px. */
  readonly top: number;
}

/** Where a list was left. */
export interface LeftAt {
  readonly atEnd: boolean;
  readonly key: string | null;
  /** The row's top below the top of the screen, px. */
  readonly offset: number;
  /** Rows that were on the screen, from that one on. */
  readonly seen: number;
}

export interface ScrollState {
  readonly atEnd: boolean;
  /** Unseen content above and below, px. */
  readonly above: number;
  readonly below: number;
}

export class ScrollKeeper {
  readonly #scroller: HTMLElement;
  readonly #content: HTMLElement;
  readonly #onState: (state: ScrollState) => void;
  readonly #observer: ResizeObserver;
  #anchors: Anchor[] = [];
  #atEnd = true;
  #mayStick = true;
  /** Where it last stood, px. */
  #top = 0;
  #seen = 0;

  constructor(scroller: HTMLElement, content: HTMLElement, onState: (state: ScrollState) => void) {
    this.#scroller = scroller;
    this.#content = content;
    this.#onState = onState;
    // After layout and before paint: fonts, code colours, the composer's height.
    this.#observer = new ResizeObserver(() => this.keep());
    this.#observer.observe(content);
    this.#observer.observe(scroller);
    scroller.addEventListener('scroll', this.#scrolled, { passive: true });
  }

  close(): void {
    this.#observer.disconnect();
    this.#scroller.removeEventListener('scroll', this.#scrolled);
  }

  get atEnd(): boolean {
    return this.#atEnd;
  }

  /** Whether the end of the content is the newest message, so that it may stay on the screen. */
  mayStick(may: boolean): void {
    this.#mayStick = may;
    if (!may) this.#atEnd = false;
  }

  /** Call after the rows have changed and before the paint. */
  keep(): void {
    if (this.#atEnd) this.#scroller.scrollTop = this.#scroller.scrollHeight;
    else {
      const anchor = this.#anchors.find((one) => one.element.isConnected);
      if (anchor !== undefined) {
        const moved = this.#topOf(anchor.element) - anchor.top;
        if (moved !== 0) this.#scroller.scrollTop += moved;
      }
    }
    this.#look();
  }

  toEnd(): void {
    this.#atEnd = this.#mayStick;
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#look();
  }

  /** Puts a row so far down the screen, as a fraction of its height. False: no such row. */
  toRow(key: string, fraction: number): boolean {
    const row = this.#rows().find((one) => one.getAttribute(ROW) === key);
    if (row === undefined) return false;
    this.#scroller.scrollTop = this.#topOf(row) - this.#scroller.clientHeight * fraction;
    this.#atEnd = this.#mayStick && this.#distance() <= AT_END;
    this.#look();
    return true;
  }

  /** Scrolls as little as is needed to see a row whole. */
  reveal(row: HTMLElement): void {
    const top = this.#topOf(row);
    const bottom = top + row.offsetHeight;
    const { scrollTop, clientHeight } = this.#scroller;
    if (top < scrollTop) this.#scroller.scrollTop = top;
    else if (bottom > scrollTop + clientHeight) this.#scroller.scrollTop = bottom - clientHeight;
  }

  /** As it last stood: asked while the list is taken out, the layout would have to be made again. */
  leftAt(): LeftAt {
    const anchor = this.#anchors.find((one) => one.element.isConnected);
    return {
      atEnd: this.#atEnd,
      key: anchor?.element.getAttribute(ROW) ?? null,
      offset: anchor === undefined ? 0 : anchor.top - this.#top,
      seen: this.#seen,
    };
  }

  /** Goes back to where the list was left. False: that row is not there any more. */
  backTo({ atEnd, key, offset }: LeftAt): boolean {
    if (atEnd) {
      this.toEnd();
      return true;
    }
    const row = this.#rows().find((one) => one.getAttribute(ROW) === key);
    if (row === undefined) return false;
    this.#atEnd = false;
    this.#scroller.scrollTop = this.#topOf(row) - offset;
    this.#look();
    return true;
  }

  readonly #scrolled = (): void => {
    // Only upwards leads away from the end. What grew at the end is told after the scroll that is
    // told with it, and in a window behind others much later.
    const up = this.#scroller.scrollTop < this.#top - 1;
    this.#atEnd = this.#mayStick && (this.#distance() <= AT_END || (this.#atEnd && !up));
    if (this.#atEnd && !up) this.keep();
    else this.#look();
  };

  #distance(): number {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    return scrollHeight - scrollTop - clientHeight;
  }

  #rows(): HTMLElement[] {
    return [...this.#content.querySelectorAll<HTMLElement>(`[${ROW}]`)];
  }

  #topOf(element: HTMLElement): number {
    return element.getBoundingClientRect().top - this.#content.getBoundingClientRect().top;
  }

  /** Remembers the rows at the top of the screen, and tells where the screen is. */
  #look(): void {
    this.#top = this.#scroller.scrollTop;
    const rows = this.#rows();
    const { top, bottom } = this.#scroller.getBoundingClientRect();
    const low = firstWhere(rows, (row) => row.bottom > top);
    this.#seen = firstWhere(rows, (row) => row.top >= bottom) - low;
    this.#anchors = rows
      .slice(low, low + ANCHORS)
      .map((element) => ({ element, top: this.#topOf(element) }));
    this.#onState({
      atEnd: this.#atEnd,
      above: this.#scroller.scrollTop,
      below: this.#distance(),
    });
  }
}

/** Index of the first row, from above, of which that is true; how many there are where of none. */
function firstWhere(rows: readonly HTMLElement[], isSo: (row: DOMRect) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && isSo(row.getBoundingClientRect())) high = middle;
    else low = middle + 1;
  }
  return low;
}
