import { searchFilters, type FilterNames, type SearchFilter } from './query-words.ts';

/** What the word at the caret asks for. */
export interface SearchAsked {
  /** null: the name of a filter itself. */
  readonly filter: SearchFilter | null;
  readonly value: string;
  /** The part of the query that a choice replaces: [start, end). */
  readonly start: number;
  readonly end: number;
}

const WORD = /(?:^|\s)(-?)((?:(\p{L}+):)?(\S*))$/u;

export function searchAskedAt(
  query: string,
  caret: number,
  names: FilterNames,
): SearchAsked | null {
  const match = WORD.exec(query.slice(0, caret));
  if (match === null) return null;
  const [, , word = '', key, value = ''] = match;
  const start = caret - word.length;
  if (key === undefined) return { filter: null, value: word, start, end: caret };
  // The English names work in every language.
  const filter = searchFilters.find(
    (one) => one === key.toLowerCase() || names[one] === key.toLowerCase(),
  );
  return filter === undefined ? null : { filter, value, start, end: caret };
}

/** Filters whose name begins as the word does. A whole name without its colon is a word. */
export const filtersFor = (value: string, names: FilterNames): SearchFilter[] =>
  value === ''
    ? []
    : searchFilters.filter(
        (filter) => names[filter].startsWith(value.toLowerCase()) && names[filter] !== value,
      );

/** The query with a choice in its place, and where the caret stands then. */
export function withChoice(
  query: string,
  asked: SearchAsked,
  words: string,
): { query: string; caret: number } {
  const caret = asked.start + words.length;
  return { query: query.slice(0, asked.start) + words + query.slice(asked.end), caret };
}
