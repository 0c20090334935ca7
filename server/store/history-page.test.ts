import { describe, expect, it } from 'vitest';
import type { Scope } from '../../shared/domain/scope.ts';
import { fitting, type Placed } from './history-page.ts';

const scope = 'org' as Scope;

/** Messages of so many bytes, with what belongs to them. */
const sized = (...sizes: [message: number, belonging?: number][]): Placed[] =>
  sizes.map(([bytes, more = 0], position) => ({
    position,
    message: { scope, kind: 'message', id: String(position), version: 1, json: 'm'.repeat(bytes) },
    belonging:
      more === 0 ? [] : [{ scope, kind: 'reaction', id: '', version: 1, json: 'r'.repeat(more) }],
  }));
const shown = (messages: Placed[], centre: number, bytes: number): number[] =>
  fitting(messages, centre, bytes).map(({ position }) => position);

describe('a page of history', () => {
  it('grows in both directions from its place', () => {
    const six = sized([10], [10], [10], [10], [10], [10]);
    expect(shown(six, 3, 40)).toEqual([1, 2, 3, 4]);
    expect(shown(six, 6, 30)).toEqual([3, 4, 5]);
    expect(shown(six, 0, 30)).toEqual([0, 1, 2]);
    expect(shown(six, 5, 1_000)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('counts what belongs to a message', () => {
    expect(shown(sized([10], [10, 25], [10]), 3, 40)).toEqual([2]);
  });

  it('goes on in one direction where the other has too much', () => {
    expect(shown(sized([10], [10], [10], [90]), 3, 100)).toEqual([2, 3]);
    expect(shown(sized([10], [10], [10], [10], [90]), 3, 50)).toEqual([0, 1, 2, 3]);
  });

  it('shows one message, however large, and none where there is none', () => {
    expect(shown(sized([10], [500], [10]), 1, 100)).toEqual([1]);
    expect(shown([], 0, 100)).toEqual([]);
  });
});
