import { PASSING_MS } from '../../../app/router/passing.ts';
import type { MessageWindow } from '../window/message-window.ts';

/** Content that is left above or below when the next page is asked for, px. */
const AHEAD = 900;

/** Unseen content above and below, px. */
export interface Unseen {
  readonly above: number;
  readonly below: number;
}

/**
 * Asks for the next page before somebody comes to the end of what is drawn; once what is there has
 * been painted, since a page that comes in between is drawn with it and holds the first one up. Who
 * has just come and has a full screen may go on at once: until they scroll or stay, nothing is asked.
 */
export class LoadAhead {
  readonly #window: Pick<MessageWindow, 'loadOlder' | 'loadNewer'>;
  /** The newest word of where the list stands, while a question waits. */
  #unseen: Unseen | null = null;
  /** Where it stood first; null once somebody stays. */
  #came: Unseen | 'not yet' | null = 'not yet';
  #passing: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;

  constructor(window: Pick<MessageWindow, 'loadOlder' | 'loadNewer'>) {
    this.#window = window;
  }

  close(): void {
    clearTimeout(this.#passing);
    cancelAnimationFrame(this.#frame);
  }

  /** The list stands here now. */
  stands(unseen: Unseen): void {
    const { above, below } = unseen;
    const near = above < AHEAD || below < AHEAD;
    if (this.#came === 'not yet') {
      this.#came = unseen;
      this.#passing = setTimeout(() => this.#stay(), PASSING_MS);
    }
    const waits = this.#unseen !== null;
    if (!waits && !near) return;
    this.#unseen = unseen;
    const came = this.#came;
    if (came === null) {
      if (!waits) this.#ask();
    } else if (above + below <= 0 || above < came.above - 1) this.#stay();
  }

  #stay(): void {
    clearTimeout(this.#passing);
    this.#came = null;
    if (this.#unseen !== null) this.#ask();
  }

  #ask(): void {
    this.#frame = requestAnimationFrame(() => {
      this.#frame = requestAnimationFrame(() => {
        const unseen = this.#unseen;
        this.#unseen = null;
        if (unseen === null) return;
        if (unseen.above < AHEAD) this.#window.loadOlder();
        if (unseen.below < AHEAD) this.#window.loadNewer();
      });
    });
  }
}
