import { describe, expect, it } from 'vitest';
import { styledParts } from './text-styles.ts';

const rangesOf = (text: string, words: readonly string[]): [number, number][] =>
  words.map((word) => [text.indexOf(word), text.indexOf(word) + word.length]);

/** The parts that look like something, as their words. */
const shown = (text: string, code: string[] = [], mentions: string[] = []): string[] =>
  styledParts(
    text,
    rangesOf(text, mentions).map(([start, end]) => ({ start, end })),
    rangesOf(text, code),
  )
    .filter(({ styles }) => styles.length > 0)
    .map(({ start, end, styles }) => `${styles.join('+')}: ${text.slice(start, end)}`);

describe('what is shown of a text while it is typed', () => {
  it('is bold, struck out and code, with its marks', () => {
    expect(shown('a **b c** d ~~e~~ `f`', ['`f`'])).toEqual([
      'bold: **b c**',
      'strike: ~~e~~',
      'code: `f`',
    ]);
    expect(shown('**a**')).toEqual(['bold: **a**']);
  });

  it('is told as slanted, whichever mark, and not within a word or for half of a bold one', () => {
    expect(shown('a *b c* d _e_')).toEqual(['italic: *b c*', 'italic: _e_']);
    expect(shown('stok_gudang_b 2 * 3 * 4 * _ _')).toEqual([]);
    expect(shown('**a** __b__')).toEqual(['bold: **a**']);
  });

  it('is nothing where a mark has no partner, or a space beside it', () => {
    expect(shown('2 ** 3 ** 4')).toEqual([]);
    expect(shown('**open')).toEqual([]);
    expect(shown('**a\nb**')).toEqual([]);
    expect(shown('****')).toEqual([]);
  });

  it('is code alone where marks stand in code', () => {
    expect(shown('`**a**` b', ['`**a**`'])).toEqual(['code: `**a**`']);
    expect(shown('```\n~~a~~\n```', ['```\n~~a~~\n```'])).toEqual(['code: ```\n~~a~~\n```']);
  });

  it('is both where one lies in the other', () => {
    expect(shown('**@Sari `x`**', ['`x`'], ['@Sari'])).toEqual([
      'bold: **',
      'mention+bold: @Sari',
      'bold:  ',
      'code+bold: `x`',
      'bold: **',
    ]);
  });

  it('leaves out nothing of the text', () => {
    const text = 'a **b** ~~c~~\n`d` e';
    expect(
      styledParts(text, [], rangesOf(text, ['`d`']))
        .map(({ start, end }) => text.slice(start, end))
        .join(''),
    ).toBe(text);
  });
});
