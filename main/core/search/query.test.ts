import { describe, expect, it } from 'vitest';
import { parseQuery, type Names } from './query.ts';

const names: Names = {
  person: (name) => (/^@?ayu$/i.test(name) ? ['ayu'] : name === 'sari' ? ['s1', 's2'] : []),
  channel: (name) =>
    name === '#umum' || name === 'umum' ? ['umum'] : name === '@ayu' ? ['dm'] : [],
};
/** Wednesday, at noon. */
const now = new Date(2026, 10, 25, 12).getTime();
const parse = (text: string) => parseQuery(text, names, now);
const wordsOf = (text: string) =>
  parse(text).terms.map((term) => (term.negated ? '-' : '') + term.words.join('+'));
const day = (month: number, date: number) => new Date(2026, month - 1, date).getTime();

describe('words', () => {
  it('are taken apart at spaces, without case and accents', () => {
    expect(wordsOf('Surat  JALAN café')).toEqual(['surat', 'jalan', 'cafe']);
  });

  it('in quotes, or with signs between them, stay together', () => {
    expect(wordsOf('"surat jalan" inv-2026 “kaca depan”')).toEqual([
      'surat+jalan',
      'inv+2026',
      'kaca+depan',
    ]);
    expect(wordsOf('"surat jal')).toEqual(['surat+jal']);
  });

  it('behind a minus are left out; a minus alone says nothing', () => {
    expect(wordsOf('rapat -senin -"minggu depan" a - b')).toEqual([
      'rapat',
      '-senin',
      '-minggu+depan',
      'a',
      'b',
    ]);
  });

  it('go on only where the query ends with them', () => {
    const goesOn = (text: string) =>
      parse(text).terms.map((term) => term.patterns.words.test(`${term.words.join(' ')}an`));
    expect(goesOn('surat jal')).toEqual([false, true]);
    expect(goesOn('surat jal ')).toEqual([false, false]);
    expect(goesOn('"surat jal')).toEqual([true]);
    expect(goesOn('"surat jal"')).toEqual([false]);
    expect(goesOn('jal from:ayu')).toEqual([false]);
    expect(goesOn('surat -jal')).toEqual([false, false]);
  });

  it('of an emoji alone count, punctuation does not', () => {
    expect(parse('🎉').terms).toHaveLength(1);
    expect(parse('... ! --').terms).toHaveLength(0);
  });

  it('are no more than a computer can look up', () => {
    expect(parse(Array.from({ length: 50 }, (_, i) => `w${i}`).join(' ')).terms).toHaveLength(20);
  });
});

describe('filters', () => {
  it('name people and channels, in both languages', () => {
    expect(parse('from:ayu').authors).toEqual(['ayu']);
    expect(parse('dari:@Ayu FROM:sari').authors).toEqual(['ayu', 's1', 's2']);
    expect(parse('from: ayu rapat').authors).toEqual(['ayu']);
    expect(parse('in:#umum').channels).toEqual(['umum']);
    expect(parse('di:@ayu').channels).toEqual(['dm']);
    expect(parse('-from:ayu -in:umum')).toMatchObject({
      authors: null,
      notAuthors: ['ayu'],
      channels: null,
      notChannels: ['umum'],
    });
    expect(parse('rapat').authors).toBeNull();
    expect(parse('to:ayu -kepada:sari')).toMatchObject({ to: ['ayu'], notTo: ['s1', 's2'] });
    expect(parse('rapat').to).toBeNull();
    expect(parse('to:nobody')).toMatchObject({
      to: [],
      problems: [{ word: 'nobody', code: 'unknown_person' }],
    });
  });

  it('that name nobody say so, and find nothing', () => {
    const query = parse('from:nobody in:#nowhere');
    expect(query.problems).toEqual([
      { word: 'nobody', code: 'unknown_person' },
      { word: '#nowhere', code: 'unknown_channel' },
    ]);
    expect(query.authors).toEqual([]);
  });

  it('know links', () => {
    expect(parse('has:link').link).toBe(true);
    expect(parse('-ada:tautan').link).toBe(false);
    expect(parse('has:pin').pinned).toBe(true);
    expect(parse('-ada:sematan').pinned).toBe(false);
    expect(parse('sematan').pinned).toBeNull();
    expect(parse('is:saved').saved).toBe(true);
    expect(parse('-yang:disimpan').saved).toBe(false);
    expect(parse('is:new').problems).toHaveLength(1);
    expect(parse('is:unread').unread).toBe(true);
    expect(parse('-yang:baru').unread).toBe(false);
    expect(parse('is:thread').thread).toBe(true);
    expect(parse('-yang:utas').thread).toBe(false);
    expect(parse('has:file').file).toBe(true);
    expect(parse('-ada:berkas').file).toBe(false);
    expect(parse('has:poll').poll).toBe(true);
    expect(parse('-has:polling').poll).toBe(false);
    expect(parse('has:task').task).toBe(true);
    expect(parse('-ada:tugas').task).toBe(false);
    expect(parse('has:magic').problems).toEqual([{ word: 'has:magic', code: 'unknown_filter' }]);
  });

  it('that are unknown are told of, and searched as text', () => {
    const query = parse('catatan:penting');
    expect(query.problems).toEqual([{ word: 'catatan:penting', code: 'unknown_filter' }]);
    expect(query.terms.map(({ words }) => words)).toEqual([['catatan', 'penting']]);
  });

  it('are not seen in addresses, times, or what a prototype has', () => {
    expect(parse('https://example.com/a 10:30').problems).toEqual([]);
    expect(wordsOf('https://example.com/a 10:30')).toEqual(['https+example+com+a', '10+30']);
    expect(parse('constructor:x').problems).toHaveLength(1);
  });
});

describe('dates', () => {
  it.each([
    ['on:2026-11-20', day(11, 20), day(11, 21)],
    ['on:20/11/2026', day(11, 20), day(11, 21)],
    ['on:2026-11', day(11, 1), day(12, 1)],
    ['on:2026', day(1, 1), day(13, 1)],
    ['on:today', day(11, 25), day(11, 26)],
    ['pada:hari ini', day(11, 25), day(11, 26)],
    ['on:"hari ini"', day(11, 25), day(11, 26)],
    ['on:kemarin', day(11, 24), day(11, 25)],
    ['on:Yesterday', day(11, 24), day(11, 25)],
    ['on:kemarin lusa', day(11, 23), day(11, 24)],
    ['on:senin', day(11, 23), day(11, 24)],
    ['on:wednesday', day(11, 25), day(11, 26)],
    ['on:kamis', day(11, 19), day(11, 20)],
    ['on:minggu lalu', day(11, 16), day(11, 23)],
    ['on:minggu', day(11, 22), day(11, 23)],
    ['on:last-week', day(11, 16), day(11, 23)],
    ['on:bulan ini', day(11, 1), day(12, 1)],
  ])('%s', (text, from, to) => {
    const query = parse(text);
    expect(query.problems).toEqual([]);
    expect(query.span).toEqual({ from, to });
    expect(query.terms).toEqual([]);
  });

  it('before a day and after a day leave the day itself out', () => {
    expect(parse('after:2026-11-01 before:2026-11-20').span).toEqual({
      from: day(11, 2),
      to: day(11, 20),
    });
    expect(parse('sebelum:kemarin').span).toEqual({
      from: Number.NEGATIVE_INFINITY,
      to: day(11, 24),
    });
  });

  it('that are none say so', () => {
    for (const word of ['2026-02-31', '2026-13', 'soon', '31/04/2026']) {
      expect(parse(`on:${word}`).problems).toEqual([{ word, code: 'bad_date' }]);
    }
  });

  it('take a second word only where both make a date', () => {
    expect(wordsOf('on:kemarin rapat')).toEqual(['rapat']);
  });
});
