import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snippetAround } from './snippet.ts';

describe('the part of a message that a hit shows', () => {
  it('is the message where the match is near its beginning', () => {
    expect(snippetAround('palet masuk', [[0, 5]])).toEqual({
      text: 'palet masuk',
      ranges: [[0, 5]],
    });
  });

  it('begins shortly before a match far down, at a word', () => {
    const text = `${'kata '.repeat(60)}palet masuk`;
    const { text: shown, ranges } = snippetAround(text, [[300, 305]]);
    expect(shown).toMatch(/^… kata /);
    expect(ranges.map(([from, to]) => shown.slice(from, to))).toEqual(['palet']);
  });

  it('marks the same words, whatever is cut', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 2_000 }),
        fc.array(fc.tuple(fc.nat(1_990), fc.integer({ min: 1, max: 9 })), { maxLength: 4 }),
        (text, places) => {
          const ranges = places
            .map(([from, length]): [number, number] => [from, from + length])
            .filter(([, to]) => to <= text.length)
            .sort((a, b) => a[0] - b[0]);
          const snippet = snippetAround(text, ranges);
          expect(snippet.text.length).toBeLessThanOrEqual(603);
          snippet.ranges.forEach(([from, to], i) => {
            expect(snippet.text.slice(from, to)).toBe(text.slice(...(ranges[i] ?? [0, 0])));
          });
        },
      ),
    );
  });
});
