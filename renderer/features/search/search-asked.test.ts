import { describe, expect, it } from 'vitest';
import { queryWords } from './query-words.ts';
import { filtersFor, searchAskedAt, withChoice } from './search-asked.ts';

const names = queryWords('id').filters;
const asked = (query: string) => {
  const found = searchAskedAt(query, query.length, names);
  return found === null ? null : `${found.filter ?? 'word'} ${found.value}`;
};

describe('what the word at the caret asks for', () => {
  it.each([
    ['', 'word '],
    ['palet da', 'word da'],
    ['dari:ay', 'from ay'],
    ['from:ay', 'from ay'],
    ['palet -di:gud', 'in gud'],
    ['sebelum:', 'before '],
    ['https://a', null],
    ['dari:ayu palet', 'word palet'],
  ])('%j: %s', (query, expected) => expect(asked(query)).toBe(expected));

  it('names the filters that begin so', () => {
    expect(filtersFor('d', names)).toEqual(['from', 'in']);
    expect(filtersFor('ses', names)).toEqual(['after']);
    expect(filtersFor('di', names)).toEqual([]);
    expect(filtersFor('', names)).toEqual([]);
  });

  it('is replaced by the choice, and only that', () => {
    const query = 'palet -dari:ay besok';
    const found = searchAskedAt(query, 14, names);
    expect(found === null ? null : withChoice(query, found, 'dari:ayu.kartika ')).toEqual({
      query: 'palet -dari:ayu.kartika  besok',
      caret: 24,
    });
  });
});
