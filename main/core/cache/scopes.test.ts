import { array, assert, nat, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelScope, orgScope } from '../../../shared/domain/scope.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import { anId } from '../../../shared/testing/office.ts';
import { testCache } from '../testing/cache.ts';
import type { Range } from './scopes.ts';

const MOST = 24;
const scope = channelScope(anId(1) as ChannelId);

/** The versions in ranges low < v <= high. */
const versionsIn = (ranges: readonly Range[]): number[] =>
  ranges
    .flatMap(({ low, high }) => Array.from({ length: high - low }, (_, i) => low + 1 + i))
    .sort((a, b) => a - b);

/** The ranges that a client might be told to hold, in any order and relation. */
const someRanges = array(
  tuple(nat({ max: MOST }), nat({ max: MOST })).map(([a, b]) => ({
    low: Math.min(a, b),
    high: Math.max(a, b),
  })),
  { maxLength: 12 },
);

describe('cover', () => {
  it('S6: whatever the order and relation of the ranges, what is not in a hole was covered', () => {
    const { cache } = testCache();
    const { scopes } = cache;
    assert(
      property(someRanges, (ranges) => {
        const held = new Set<number>();
        let cursor = 0;
        cache.transaction(() => {
          scopes.remove(scope);
          for (const { low, high } of ranges) scopes.cover(scope, low, high);
        });
        for (const { low, high } of ranges) {
          for (let version = low + 1; version <= high; version++) held.add(version);
          cursor = Math.max(cursor, high);
        }
        const state = scopes.find(scope);
        expect(state?.cursor ?? 0).toBe(cursor);
        const holes = scopes.holes(state?.id ?? -1);
        const missing = [];
        for (let version = 1; version <= cursor; version++) {
          if (!held.has(version)) missing.push(version);
        }
        // As lists: a version that stood in two holes would be there twice.
        expect(versionsIn(holes)).toEqual(missing);
        expect(holes.every(({ low, high }) => low < high)).toBe(true);
        expect(holes).toEqual(holes.toSorted((a, b) => b.high - a.high));
        for (let version = 1; version <= MOST; version++) {
          expect(scopes.holds(scope, version)).toBe(held.has(version));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('S6: a newest page leaves a hole below it, and pages from the top close it', () => {
    const { cache } = testCache();
    const { scopes } = cache;
    const id = scopes.id(scope);
    scopes.cover(scope, 0, 100);
    scopes.cover(scope, 950, 1_000);
    expect(scopes.find(scope)?.cursor).toBe(1_000);
    expect(scopes.holes(id)).toEqual([{ low: 100, high: 950 }]);
    scopes.cover(scope, 700, 950);
    expect(scopes.holes(id)).toEqual([{ low: 100, high: 700 }]);
    scopes.cover(scope, 1_000, 1_001);
    expect(scopes.holes(id)).toEqual([{ low: 100, high: 700 }]);
    scopes.cover(scope, 100, 700);
    expect(scopes.holes(id)).toEqual([]);
    expect(scopes.find(scope)?.cursor).toBe(1_001);
  });

  it('keeps the holes of one scope apart from those of another', () => {
    const { cache } = testCache();
    const { scopes } = cache;
    scopes.cover(scope, 10, 20);
    scopes.cover(orgScope, 5, 30);
    scopes.cover(scope, 0, 10);
    expect(scopes.holes(scopes.id(scope))).toEqual([]);
    expect(scopes.allHoles()).toEqual([{ scopeId: scopes.id(orgScope), low: 0, high: 5 }]);
  });
});

describe('holds', () => {
  it('knows nothing of a scope that is not kept', () => {
    const { cache } = testCache();
    expect(cache.scopes.holds(scope, 1)).toBe(false);
    expect(cache.scopes.knownId(scope)).toBeUndefined();
  });
});

describe('heard', () => {
  it('S13: a late word of an older head takes nothing back', () => {
    const { cache } = testCache();
    const { scopes } = cache;
    scopes.heard(scope, 10, 4);
    scopes.heard(scope, 7, 3);
    expect(scopes.find(scope)).toMatchObject({ head: 10, count: 4, cursor: 0 });
  });
});

describe('islands', () => {
  it('grow together where they touch or overlap, in any order', () => {
    const { cache } = testCache();
    const { scopes } = cache;
    assert(
      property(someRanges, (ranges) => {
        const known = new Set<number>();
        cache.transaction(() => {
          scopes.remove(scope);
          scopes.cover(scope, MOST + 2, MOST + 3);
          // The first position is 1.
          for (const { low, high } of ranges) scopes.addIsland(scope, low + 1, high + 1);
        });
        for (const { low, high } of ranges) {
          for (let position = low + 1; position <= high + 1; position++) known.add(position);
        }
        const islands = scopes.islands(scopes.id(scope));
        const found = islands.flatMap(({ low, high }) =>
          Array.from({ length: high - low + 1 }, (_, i) => low + i),
        );
        expect(found).toEqual([...known].sort((a, b) => a - b));
        // Two that touch would draw a hole of nothing between them.
        for (let i = 1; i < islands.length; i++) {
          expect(islands[i]!.low).toBeGreaterThan(islands[i - 1]!.high + 1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('say nothing where every version is here', () => {
    const { cache } = testCache();
    const { scopes } = cache;
    const id = scopes.id(scope);
    scopes.cover(scope, 0, 50);
    scopes.cover(scope, 80, 100);
    scopes.addIsland(scope, 20, 50);
    scopes.addIsland(scope, 81, 100);
    expect(scopes.islands(id)).toEqual([]);
    scopes.addIsland(scope, 20, 51);
    scopes.addIsland(scope, 95, 101);
    expect(scopes.islands(id)).toEqual([
      { low: 20, high: 51 },
      { low: 95, high: 101 },
    ]);
  });

  it('are forgotten when the last hole closes', () => {
    const { cache } = testCache();
    const { scopes } = cache;
    const id = scopes.id(scope);
    scopes.cover(scope, 90, 100);
    scopes.addIsland(scope, 40, 50);
    scopes.cover(scope, 50, 90);
    expect(scopes.islands(id)).toEqual([{ low: 40, high: 50 }]);
    scopes.cover(scope, 0, 50);
    expect(scopes.islands(id)).toEqual([]);
  });
});

describe('remove', () => {
  it('S11: nothing of a scope is remembered, and it may begin anew', () => {
    const { cache } = testCache();
    const { scopes } = cache;
    scopes.heard(scope, 100, 50);
    scopes.cover(scope, 90, 100);
    scopes.addIsland(scope, 3, 4);
    scopes.remove(scope);
    expect(scopes.all()).toEqual([]);
    expect(scopes.allHoles()).toEqual([]);
    expect(cache.db.prepare('SELECT count(*) FROM islands').pluck().get()).toBe(0);
    scopes.heard(scope, 7, 2);
    expect(scopes.find(scope)).toMatchObject({ cursor: 0, head: 7, count: 2, lastAt: 0 });
  });

  it('removing what is not there is no error', () => {
    const { cache } = testCache();
    expect(() => cache.scopes.remove(scope)).not.toThrow();
  });
});
