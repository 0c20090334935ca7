import { fold } from './fold.ts';
import { isUnspaced, lookedUp, lookedUpInside, PART, wordsOf } from './tokens.ts';

/** `words`: whole words, the last one by its beginning. `parts`: anywhere inside words. */
export type Mode = 'words' | 'parts';

/** A word, or several in one order, that a message must have or must not have. */
export interface Term {
  /** As it was written, and how: what it can be made of again. */
  readonly text: string;
  readonly open: boolean;
  readonly quoted: boolean;
  readonly negated: boolean;
  /** Its words, folded; empty for one of signs alone, such as an emoji. */
  readonly words: readonly string[];
  /** What the index must hold of it: never all that matters, and never too much. */
  readonly tokens: { readonly [M in Mode]: readonly string[] };
  /** Finds it in a folded text. */
  readonly patterns: { readonly [M in Mode]: RegExp };
  /** Whether it may be found inside of words where it is no word. */
  readonly partial: boolean;
}

const GAP = '[^\\p{L}\\p{N}]';

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

export interface TermOptions {
  negated: boolean;
  /** Still being typed, so its last word may go on. */
  open: boolean;
  /** In quotes: as it stands, never inside of other words. */
  quoted: boolean;
}

export function makeTerm(text: string, { negated, open, quoted }: TermOptions): Term {
  const folded = fold(text).trim();
  const words = wordsOf(folded);
  const isLast = (i: number) => i === words.length - 1;
  const partial = !quoted && words.some((word) => word.length >= PART);
  const asWords = words.length === 0 ? sign(folded) : pattern(words, true, open);
  return {
    ...{ text, open, quoted, negated },
    words,
    tokens: {
      words: words.flatMap((word, i) => lookedUp(word, open && isLast(i))),
      parts: words.flatMap((word, i) => lookedUpInside(word, open && isLast(i))),
    },
    patterns: { words: asWords, parts: partial ? pattern(words, false, true) : asWords },
    partial,
  };
}

const sign = (folded: string): RegExp => new RegExp(escape(folded), 'u');

function pattern(words: readonly string[], whole: boolean, open: boolean): RegExp {
  let source = '';
  words.forEach((word, i) => {
    const before = words[i - 1];
    if (before === undefined) {
      if (whole && !isUnspaced(word)) source += '(?<![\\p{L}\\p{N}])';
    } else {
      // Where scripts change, nothing need stand between two words.
      source += isUnspaced(before) || isUnspaced(word) ? `${GAP}*` : `${GAP}+`;
    }
    source += escape(word);
  });
  if (!open && !isUnspaced(words.at(-1) ?? '')) source += '(?![\\p{L}\\p{N}])';
  return new RegExp(source, 'u');
}
