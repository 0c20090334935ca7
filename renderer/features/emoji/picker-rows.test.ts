import { describe, expect, it } from 'vitest';
import type { Emoji } from './emoji-index.ts';
import { emojiAt, firstCell, layPicker, stepCell, visibleRows, type Cell } from './picker-rows.ts';

const emoji = (name: string): Emoji => ({
  emoji: name,
  codes: [],
  label: name,
  group: 'objects',
  skins: [],
});
const many = (letter: string, count: number): Emoji[] =>
  Array.from({ length: count }, (_, i) => emoji(`${letter}${i}`));
const laid = layPicker([
  ['frequent', many('f', 3)],
  ['smileys', []],
  ['people', many('p', 12)],
]);
const name = (cell: Cell): string | undefined => emojiAt(laid, cell)?.emoji;

describe('the grid of emoji', () => {
  it('leaves out groups with nothing in them', () => {
    expect(laid.rows.map((row) => (row.kind === 'head' ? row.group : row.items.length))).toEqual([
      'frequent',
      3,
      'people',
      9,
      3,
    ]);
    expect(laid.height).toBe(2 * 28 + 3 * 36);
  });

  it('is walked by arrow keys, over the names of groups, and not beyond its ends', () => {
    const first = firstCell(laid);
    expect(name(first)).toBe('f0');
    expect(name(stepCell(laid, first, { x: -1 }))).toBe('f0');
    expect(name(stepCell(laid, { row: 1, column: 2 }, { x: 1 }))).toBe('p0');
    expect(name(stepCell(laid, { row: 3, column: 0 }, { x: -1 }))).toBe('f2');
    expect(name(stepCell(laid, { row: 3, column: 8 }, { y: 1 }))).toBe('p11');
    expect(name(stepCell(laid, { row: 4, column: 2 }, { y: 1 }))).toBe('p11');
    expect(name(stepCell(laid, { row: 3, column: 1 }, { y: -1 }))).toBe('f1');
  });

  it('draws only what is on the screen, and a row around it', () => {
    const long = layPicker([['people', many('p', 9 * 100)]]);
    expect(visibleRows(long, 0, 300)).toEqual([0, 10]);
    const [from, to] = visibleRows(long, 1_800, 300);
    expect(long.rows[from]?.top).toBeLessThan(1_800);
    expect(to - from).toBeLessThan(13);
    expect(visibleRows(layPicker([]), 0, 300)).toEqual([0, 0]);
  });
});
