import { fold } from './fold.ts';
import { isUnspaced, lookedUp, PART, trigramsOf, wordsOf, type Token } from './tokens.ts';

/** `words`: whole words, the last one by its beginning. `parts`: anywhere inside words. */
export type Mode = 'words' | 'parts';

/** A word, or several in one order, that a message must have or must not have. */
export interface Term {
  readonly negated: boolean;
  /** Its words, folded; empty for one of signs alone, such as an emoji. */
  readonly words: readonly string[];
  /** What the word index must hold. */
  readonly tokens: readonly Token[];
  /** What the index of parts must hold; empty where the words are too short for it. */
  readonly trigrams: readonly string[];
  /** Finds it in a folded text, by mode. */
  readonly patterns: { readonly [M in Mode]: RegExp };
}

const GAP = '[^\\p{L}\\p{N}]+';
/** More than these make no message less likely, and each costs the reading of a long list. */
const MOST_TRIGRAMS = 8;

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** `open`: still being typed, so its last word may go on. */
export function makeTerm(text: string, options: { negated: boolean; open: boolean }): Term {
  const { negated, open } = options;
  const folded = fold(text).trim();
  const words = wordsOf(folded);
  const tokens = words.flatMap((word, i) => lookedUp(word, open && i === words.length - 1));
  return {
    negated,
    words,
    tokens,
    trigrams: spread([...new Set(words.flatMap(trigramsOf))]),
    patterns:
      words.length === 0
        ? both(new RegExp(escape(folded), 'gu'))
        : { words: pattern(words, true, open), parts: pattern(words, false, true) },
  };
}

const both = (only: RegExp) => ({ words: only, parts: only });

function pattern(words: readonly string[], whole: boolean, open: boolean): RegExp {
  let source = '';
  words.forEach((word, i) => {
    const before = words[i - 1];
    const edge = isUnspaced(word) ? '' : whole && i === 0 ? '(?<![\\p{L}\\p{N}])' : '';
    // Where scripts change, nothing need stand between two words.
    const touch = before !== undefined && (isUnspaced(before) || isUnspaced(word));
    source += i === 0 ? edge : touch ? GAP.replace('+', '*') : GAP;
    source += escape(word);
  });
  const last = words.at(-1)!;
  if (!open && !isUnspaced(last)) source += '(?![\\p{L}\\p{N}])';
  return new RegExp(source, 'gu');
}

/** Evenly from all over a long word, since neighbours say almost the same. */
function spread(trigrams: readonly string[]): string[] {
  if (trigrams.length <= MOST_TRIGRAMS) return [...trigrams];
  const step = (trigrams.length - 1) / (MOST_TRIGRAMS - 1);
  return Array.from({ length: MOST_TRIGRAMS }, (_, i) => trigrams[Math.round(i * step)]!);
}

/** Whether a part of it can be looked up at all. */
export const hasParts = (term: Term): boolean => term.words.some((word) => word.length >= PART);
