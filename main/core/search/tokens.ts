import { fold } from './fold.ts';

/** Mentions name people and channels by id, which nobody searches for. */
const MENTION = /<(?:[@#][0-9a-f-]{36}|![a-z]+)>/g;
const WORD = /[\p{L}\p{N}]+/gu;
/** Scripts that are written without spaces between words; they begin at U+0E00. */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]+/gu;
const MAYBE_UNSPACED = /[\u0e00-\uffff]/;

/** Letters of a trigram: the least that a part of a word is found by. */
export const PART = 3;

/** Puts spaces in place of mentions, so that what is left keeps its place. */
export const withoutMentions = (text: string): string =>
  text.includes('<') ? text.replace(MENTION, (mention) => ' '.repeat(mention.length)) : text;

export interface Token {
  readonly text: string;
  /** Begins with it: the rest of the word is not known. */
  readonly prefix: boolean;
}

/** Words of a folded text; a run of an unspaced script is a word of its own. */
export function wordsOf(folded: string): string[] {
  const spaced = MAYBE_UNSPACED.test(folded) ? folded.replace(UNSPACED, ' $& ') : folded;
  return spaced.match(WORD) ?? [];
}

/** Of a script without spaces; a word never mixes such a script with another. */
export const isUnspaced = (word: string): boolean =>
  MAYBE_UNSPACED.test(word) && word.search(UNSPACED) === 0;

/** What a word is indexed as: itself; or, of an unspaced script, its pairs and its last letter. */
function indexed(word: string): string[] {
  if (!isUnspaced(word)) return [word];
  const letters = [...word];
  return letters.map((letter, i) => letter + (letters[i + 1] ?? ''));
}

/**
 * What a word of a query is looked up as. Every token must be there. One letter begins so many
 * words that no look-up is worth its time: the newest messages are read instead.
 */
export function lookedUp(word: string, prefix: boolean): Token[] {
  if (!isUnspaced(word)) return prefix && word.length === 1 ? [] : [{ text: word, prefix }];
  const letters = [...word];
  if (letters.length === 1) return [{ text: word, prefix: true }];
  return letters.slice(1).map((letter, i) => ({ text: letters[i]! + letter, prefix: false }));
}

/** The groups of three letters in a word; none where it is shorter. */
export function trigramsOf(word: string): string[] {
  if (word.length < PART) return [];
  const found: string[] = [];
  // By UTF-16 units: a letter beyond them is never cut in a query alone.
  for (let i = 0; i + PART <= word.length; i++) found.push(word.slice(i, i + PART));
  return found;
}

/** Of private use, so no text's word; three of it, so that all share their entries by prefix. */
const FACET = '\ue000'.repeat(3);

/** Facts about a message that are looked up like words: who wrote it, where, whether it has a link. */
export const facets = {
  author: (userId: string): string => `${FACET}a${userId.replaceAll('-', '')}`,
  scope: (scopeId: number): string => `${FACET}s${scopeId}`,
  link: `${FACET}l`,
} as const;

const LINK = /https?:\/\/\S/;

export const hasLink = (folded: string): boolean => LINK.test(folded);

/** The form of a message's text that is indexed and compared with queries. */
export const searchText = (text: string): string => fold(withoutMentions(text));

export interface Indexed {
  /** As `searchText` gives it. */
  readonly folded: string;
  readonly authorId: string;
  readonly scopeId: number;
}

/** What the two tables hold of a message: tokens with spaces between them, each once. */
export function indexTexts({
  folded,
  authorId,
  scopeId,
}: Indexed): Record<'words' | 'parts', string> {
  const facts = [facets.author(authorId), facets.scope(scopeId)];
  if (hasLink(folded)) facts.push(facets.link);
  const words = new Set(facts);
  const parts = new Set(facts);
  for (const word of wordsOf(folded)) {
    for (const token of indexed(word)) words.add(token);
    for (const part of trigramsOf(word)) parts.add(part);
    if (word.length < PART) parts.add(word);
  }
  return { words: [...words].join(' '), parts: [...parts].join(' ') };
}
