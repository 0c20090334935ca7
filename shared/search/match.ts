import type { Message } from '../domain/kinds/message.ts';
import { kinds } from '../domain/registry.ts';
import { foldWithPlaces } from './fold.ts';
import { stands, type Beside } from './standing.ts';
import type { Mode } from './terms.ts';
import { facts, hasLink, searchText, withoutMentions } from './tokens.ts';
import type { Wanted } from './wanted.ts';

/** Whether a folded text has all the words that it must have, and none of the others. */
export function hasTerms({ terms }: Pick<Wanted, 'terms'>, mode: Mode, folded: string): boolean {
  return terms.every((term) => {
    // A word to be left out is a whole one, however the others are looked for.
    return term.patterns[term.negated ? 'words' : mode].test(folded) !== term.negated;
  });
}

/** An index only leads here: this decides, on the message as it is. */
export function matches(
  wanted: Wanted,
  mode: Mode,
  message: Message,
  channelId: string,
  beside: Beside,
): boolean {
  const text = kinds.message.words?.(message);
  if (text === undefined) return false;
  const { authors, channels, span, link } = wanted;
  if (message.createdAt < span.from || message.createdAt >= span.to) return false;
  if (authors !== null && !authors.includes(message.authorId)) return false;
  if (channels !== null && !channels.includes(channelId)) return false;
  if (wanted.notAuthors.includes(message.authorId)) return false;
  if (wanted.notChannels.includes(channelId)) return false;
  const folded = searchText(text);
  if (link !== null && hasLink(folded) !== link) return false;
  return hasTerms(wanted, mode, folded) && stands(wanted, message, channelId, beside);
}

/** Places of a text that match, [start, end) in UTF-16 units, ascending and apart. */
export function rangesOf(
  { terms }: Pick<Wanted, 'terms'>,
  mode: Mode,
  text: string,
): [number, number][] {
  const folded = foldWithPlaces(withoutMentions(text));
  const found: [number, number][] = [];
  for (const term of terms) {
    if (term.negated) continue;
    for (const match of folded.text.matchAll(new RegExp(term.patterns[mode], 'gu'))) {
      const [matched] = match;
      found.push([folded.start(match.index), folded.end(match.index + matched.length)]);
    }
  }
  found.sort(([a], [b]) => a - b);
  const merged: [number, number][] = [];
  for (const range of found) {
    const before = merged.at(-1);
    if (before !== undefined && range[0] <= before[1]) before[1] = Math.max(before[1], range[1]);
    else merged.push([...range]);
  }
  return merged;
}

/** What an index holds of every message that is wanted, and of some that are not. */
export interface Tokens {
  /** It has one of each list at least. */
  readonly must: readonly (readonly string[])[];
  readonly not: readonly string[];
}

/**
 * What an index is asked for: a superset of what is wanted. Null: nothing can match.
 *
 * @param placeOf the number that the index knows a channel by; undefined: it holds nothing of it
 */
export function tokensOf(
  wanted: Wanted,
  mode: Mode,
  placeOf: (channelId: string) => number | undefined,
): Tokens | null {
  const places = (ids: readonly string[]): string[] =>
    ids.flatMap((id) => placeOf(id) ?? []).map(facts.scope);
  const must: string[][] = [];
  const not: string[] = [];
  if (wanted.authors !== null) must.push(wanted.authors.map(facts.author));
  if (wanted.channels !== null) must.push(places(wanted.channels));
  if (must.some((any) => any.length === 0)) return null;
  if (wanted.link === true) must.push([facts.link]);
  if (wanted.link === false) not.push(facts.link);
  not.push(...wanted.notAuthors.map(facts.author), ...places(wanted.notChannels));
  for (const term of wanted.terms) {
    if (!term.negated) must.push(...term.tokens[mode].map((token) => [token]));
  }
  return { must, not };
}

/** The same in the language of FTS5; empty: nothing that is wanted is indexed. */
export function ftsExpression({ must, not }: Tokens): string {
  if (must.length === 0) return '';
  const quote = (token: string): string => `"${token}"`;
  const all = must
    .map((any) => (any.length === 1 ? quote(any[0]!) : `(${any.map(quote).join(' OR ')})`))
    .join(' AND ');
  return not.length === 0 ? all : `(${all}) NOT (${not.map(quote).join(' OR ')})`;
}
