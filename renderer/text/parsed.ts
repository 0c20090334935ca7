import { parseMarkdown } from '../../shared/domain/markdown/parse.ts';
import type { Block } from '../../shared/domain/markdown/tree.ts';
import { isEmojiOnly } from './emoji-only.ts';

export interface Parsed {
  readonly blocks: readonly Block[];
  /** A few emoji and nothing else: shown large. */
  readonly emojiOnly: boolean;
}

/** Bounds of what is kept, in texts and in UTF-16 units of all texts together. */
const MOST_TEXTS = 1_500;
const MOST_UNITS = 2_000_000;

/** Reads texts, and remembers those that were read last. */
export class ParsedTexts {
  readonly #kept = new Map<string, Parsed>();
  #units = 0;

  get(source: string): Parsed {
    const known = this.#kept.get(source);
    if (known !== undefined) {
      // The most recently used come last.
      this.#kept.delete(source);
      this.#kept.set(source, known);
      return known;
    }
    const blocks = parseMarkdown(source);
    const parsed: Parsed = { blocks, emojiOnly: isEmojiOnly(blocks) };
    this.#kept.set(source, parsed);
    this.#units += source.length;
    this.#trim();
    return parsed;
  }

  get size(): number {
    return this.#kept.size;
  }

  #trim(): void {
    for (const source of this.#kept.keys()) {
      if (this.#kept.size <= MOST_TEXTS && this.#units <= MOST_UNITS) return;
      this.#kept.delete(source);
      this.#units -= source.length;
    }
  }
}

/** One for the page: a text means the same wherever it stands. */
export const parsedTexts = new ParsedTexts();
