import { describe, expect, it } from 'vitest';
import type { ScopeState } from '../cache/scopes.ts';
import { holeBetween, type HoleInput, type Place } from './holes.ts';

const scope = (change: Partial<ScopeState> = {}): ScopeState => ({
  ...{ id: 1, name: 'channel:a', cursor: 100, head: 100, count: 80, lastAt: 0 },
  ...change,
});
const input = (change: Partial<HoleInput> = {}): HoleInput => ({
  ...{ holes: [], islands: [], scope: scope(), progress: null },
  ...change,
});
const at = (position: number, ordinal = position, counts = true): Place => ({
  position,
  ordinal,
  counts,
});

describe('holeBetween', () => {
  it('S6: no hole where every version between two messages has been fetched', () => {
    expect(holeBetween(input(), at(10), at(20))).toBeUndefined();
    expect(holeBetween(input({ holes: [{ low: 20, high: 30 }] }), at(10), at(20))).toBeUndefined();
    expect(holeBetween(input({ holes: [{ low: 2, high: 10 }] }), at(10), at(20))).toBeUndefined();
  });

  it.each([
    ['in the middle', { low: 12, high: 15 }],
    ['at the lower end', { low: 5, high: 11 }],
    ['at the upper end', { low: 18, high: 40 }],
    ['over all of it', { low: 0, high: 90 }],
  ])('S6: a hole %s', (_where, hole) => {
    expect(holeBetween(input({ holes: [hole] }), at(10), at(20))).toEqual({
      after: 10,
      before: 20,
      missing: 9,
      progress: null,
    });
  });

  it('messages whose places touch have nothing between them', () => {
    expect(holeBetween(input({ holes: [{ low: 0, high: 90 }] }), at(10), at(11))).toBeUndefined();
  });

  it('S6: counts by ordinals, which do not count system messages and replies', () => {
    const holes = [{ low: 10, high: 19 }];
    const missing = (after: Place, before: Place): number | null | undefined =>
      holeBetween(input({ holes }), after, before)?.missing;
    expect(missing(at(10, 7), at(20, 10))).toBe(2);
    expect(missing(at(10, 7), at(20, 8))).toBeNull();
    // A system message carries the count before it, and is none of it.
    expect(missing(at(10, 7), at(20, 10, false))).toBe(3);
  });

  it('S6: below the first message lies all that came before it', () => {
    const holes = [{ low: 0, high: 49 }];
    expect(holeBetween(input({ holes }), undefined, at(50, 40))).toMatchObject({
      after: 0,
      before: 50,
      missing: 39,
    });
    expect(holeBetween(input({ holes }), undefined, at(1, 1))).toBeUndefined();
  });

  it('S6: above the last message lies what the relay has told of and nobody has fetched', () => {
    const behind = scope({ cursor: 100, head: 140, count: 95 });
    expect(holeBetween(input({ scope: behind }), at(90, 80), undefined)).toMatchObject({
      after: 90,
      before: 141,
      missing: 15,
    });
    expect(holeBetween(input(), at(90, 80), undefined)).toBeUndefined();
  });

  it('S6: above the last message also where a hole lies below the cursor', () => {
    const holes = [{ low: 92, high: 95 }];
    expect(holeBetween(input({ holes }), at(90, 79), undefined)).toMatchObject({ missing: 1 });
  });

  it('S6: what came by itself may stand above all that was told: below it anything may be missing', () => {
    const unseen = scope({ cursor: 0, head: 1, count: 0 });
    const hole = holeBetween(input({ scope: unseen }), at(4, 1), at(7, 3));
    expect(hole).toMatchObject({ after: 4, before: 7, missing: 1 });
    expect(holeBetween(input({ scope: unseen }), at(6, 2), at(7, 3))).toBeUndefined();
  });

  it('beside a message whose ordinal nobody has told the number of missing ones is not known', () => {
    const holes = [{ low: 10, high: 19 }];
    const stood: Place = { position: 15, ordinal: null, counts: false };
    expect(holeBetween(input({ holes }), at(10), stood)).toMatchObject({ missing: null });
    expect(holeBetween(input({ holes }), stood, at(20))).toMatchObject({ missing: null });
  });

  it('an island closes the part of a hole that it covers whole', () => {
    const holes = [{ low: 0, high: 90 }];
    const islands = [{ low: 5, high: 30 }];
    const drawn = (a: Place, b: Place) =>
      holeBetween(input({ holes, islands }), a, b) !== undefined;
    expect(drawn(at(10), at(20))).toBe(false);
    expect(drawn(at(10), at(31))).toBe(false);
    expect(drawn(at(10), at(32))).toBe(true);
    expect(drawn(at(4), at(8))).toBe(false);
    expect(drawn(at(3), at(8))).toBe(true);
  });

  it('a channel of which nothing is known has no hole to draw', () => {
    expect(holeBetween(input({ scope: undefined }), undefined, undefined)).toBeUndefined();
  });

  it('an empty channel that has messages is one hole', () => {
    const unseen = scope({ cursor: 0, head: 30, count: 12 });
    expect(holeBetween(input({ scope: unseen, progress: 0.5 }), undefined, undefined)).toEqual({
      after: 0,
      before: 31,
      missing: 12,
      progress: 0.5,
    });
  });
});
