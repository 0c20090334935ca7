import { createHash } from 'node:crypto';
import { START } from '../shared/testing/office.ts';

const KEPT = 40;

/** What happened, in order: a hash of all of it, and the last lines in words. */
export class Story {
  readonly #hash = createHash('sha256');
  readonly #last: string[] = [];
  readonly #now: () => number;
  #events = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Told at the end of a story, and part of what makes two runs the same. */
  tell(who: string, what: string): void {
    const line = `${((this.#now() - START) / 1_000).toFixed(3).padStart(9)} s  ${who}: ${what}`;
    this.note(line);
    this.#last.push(line);
    if (this.#last.length > KEPT) this.#last.shift();
  }

  /** Part of what makes two runs the same, and too small to be told. */
  note(line: string): void {
    this.#events++;
    this.#hash.update(line);
  }

  get events(): number {
    return this.#events;
  }

  get last(): readonly string[] {
    return this.#last;
  }

  /** Two runs with the same digest did the same in the same order. Ends the story. */
  digest(): string {
    return this.#hash.digest('hex');
  }
}
