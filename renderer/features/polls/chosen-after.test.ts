import { describe, expect, it } from 'vitest';
import { chosenAfter } from './chosen-after.ts';

const poll = (several: boolean, ...mine: number[]) => ({
  several,
  options: [0, 1, 2].map((n) => ({
    ...{ text: `${n}`, count: 0, userIds: [], mine: mine.includes(n) },
  })),
});

describe('a press on an answer', () => {
  it('of one choice takes the place of the one before, and takes itself back', () => {
    expect(chosenAfter(poll(false), 1)).toEqual([1]);
    expect(chosenAfter(poll(false, 1), 2)).toEqual([2]);
    expect(chosenAfter(poll(false, 2), 2)).toEqual([]);
  });

  it('of several adds and takes away, in the order of the answers', () => {
    expect(chosenAfter(poll(true, 2), 0)).toEqual([0, 2]);
    expect(chosenAfter(poll(true, 0, 2), 0)).toEqual([2]);
    expect(chosenAfter(poll(true, 0), 0)).toEqual([]);
  });
});
