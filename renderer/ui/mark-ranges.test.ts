import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markRanges, matchRanges } from './mark-ranges.ts';

describe('markRanges', () => {
  it('cuts a text at its ranges', () => {
    expect(markRanges('Intan Sinaga', [[6, 9]]).map((part) => [part.text, part.marked])).toEqual([
      ['Intan ', false],
      ['Sin', true],
      ['aga', false],
    ]);
  });

  it('loses and doubles nothing, whatever the ranges are', () => {
    const range = fc.tuple(fc.nat(40), fc.nat(40));
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(range), (text, ranges) => {
        expect(
          markRanges(text, ranges)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('matchRanges', () => {
  it('marks the beginning of a word before the inside of one', () => {
    expect(matchRanges('bussing Sinar', 'sin')).toEqual([[8, 11]]);
    expect(matchRanges('bussing', 'sin')).toEqual([[3, 6]]);
    expect(matchRanges('Intan Sinaga', 'sin int')).toEqual([
      [6, 9],
      [0, 3],
    ]);
    expect(matchRanges('Intan', '')).toEqual([]);
  });
});
