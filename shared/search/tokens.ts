import { fold } from './fold.ts';

/** Mentions name people and channels by id, which nobody searches for. */
const MENTION = /<(?:[@#][0-9a-f-]{36}|!group:[0-9a-f-]{36}|![a-z]+)>/g;
const WORD = /[\p{L}\p{N}]+/gu;
/** Scripts that are written without spaces between words; they begin at U+0E00. */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]+/gu;
const MAYBE_UNSPACED = /[\u0e00-\uffff]/;
const LINK = /https?:\/\/\S/;

/** Letters of a part: the least that is found inside of words. */
export const PART = 3;

/*
 * Kinds of tokens, by a first letter that no word has. A part has none; a message has three times
 * as many of them as of all others.
 */
const WHOLE = '\u00b6';
const START = '\u00a7';
const FACT = '\u00a4';

/**
 * Facts about a message that are looked up like words. Every index has who wrote it, where, and
 * whether it has a link; the relay's has the others too.
 */
export const facts = {
  author: (userId: string): string => `${FACT}a${userId.replaceAll('-', '')}`,
  scope: (scopeId: number): string => `${FACT}s${scopeId}`,
  link: `${FACT}l`,
  to: (userId: string): string => `${FACT}m${userId.replaceAll('-', '')}`,
  file: `${FACT}f`,
  poll: `${FACT}p`,
  pinned: `${FACT}i`,
  task: `${FACT}t`,
  thread: `${FACT}r`,
} as const;

/** Puts spaces in place of mentions, so that what is left keeps its place. */
export const withoutMentions = (text: string): string =>
  text.includes('<') ? text.replace(MENTION, (mention) => ' '.repeat(mention.length)) : text;

/** The form of a message's text that is indexed and compared with queries. */
export const searchText = (text: string): string => fold(withoutMentions(text));

export const hasLink = (folded: string): boolean => LINK.test(folded);

/** Words of a folded text; a run of an unspaced script is a word of its own. */
export function wordsOf(folded: string): string[] {
  const spaced = MAYBE_UNSPACED.test(folded) ? folded.replace(UNSPACED, ' $& ') : folded;
  return spaced.match(WORD) ?? [];
}

/** Of a script without spaces; a word never mixes such a script with another. */
export const isUnspaced = (word: string): boolean =>
  MAYBE_UNSPACED.test(word) && word.search(UNSPACED) === 0;

/** The groups of three letters in a word; none where it is shorter. */
export function partsOf(word: string): string[] {
  const found: string[] = [];
  for (let i = 0; i + PART <= word.length; i++) found.push(word.slice(i, i + PART));
  return found;
}

/** Every two letters that follow one another. */
function pairsOf(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).map((letter, i) => `${WHOLE}${letters[i]!}${letter}`);
}

/**
 * What a message is indexed by, with spaces between: each token once.
 *
 * @param more facts that this index has beside those that every one has
 */
export function indexText(
  message: { folded: string; authorId: string; scopeId: number },
  more: readonly string[] = [],
): string {
  const { folded, authorId, scopeId } = message;
  const tokens = new Set([facts.author(authorId), facts.scope(scopeId), ...more]);
  if (hasLink(folded)) tokens.add(facts.link);
  for (const word of wordsOf(folded)) {
    if (isUnspaced(word)) {
      for (const letter of word) tokens.add(START + letter);
      for (const pair of pairsOf(word)) tokens.add(pair);
    } else {
      tokens.add(WHOLE + word);
      if (word.length > 1) tokens.add(START + word.slice(0, 2));
      if (word.length > 2) tokens.add(START + word.slice(0, 3));
    }
    for (const part of partsOf(word)) tokens.add(part);
  }
  return [...tokens].join(' ');
}

/**
 * What a message with this word has; of a word that may go on, what its beginning says. One letter
 * begins so many words that no look-up is worth its time: the newest messages are read instead.
 */
export function lookedUp(word: string, goesOn: boolean): string[] {
  if (isUnspaced(word)) return [...word].length === 1 ? [START + word] : pairsOf(word);
  if (!goesOn) return [WHOLE + word];
  if (word.length < 2) return [];
  if (word.length === 2) return [START + word];
  return [START + word.slice(0, 3), ...someParts(word.slice(1))];
}

/**
 * What a message with this inside of a word has. Shorter than a part, it is no more than a word,
 * or, of one that may go on, nothing that is looked up.
 */
export function lookedUpInside(word: string, goesOn: boolean): string[] {
  if (word.length >= PART) return someParts(word);
  return isUnspaced(word) || !goesOn ? lookedUp(word, goesOn) : [];
}

/** More than these make no message less likely, and each costs the reading of a long list. */
const MOST_PARTS = 6;

/** Evenly from all over a long word, since neighbours say almost the same. */
function someParts(word: string): string[] {
  const parts = [...new Set(partsOf(word))];
  if (parts.length <= MOST_PARTS) return parts;
  const step = (parts.length - 1) / (MOST_PARTS - 1);
  return Array.from({ length: MOST_PARTS }, (_, i) => parts[Math.round(i * step)]!);
}
