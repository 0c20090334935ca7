import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import { channelScope, orgScope, userScope, type Scope } from '../../../shared/domain/scope.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import { testCache } from '../testing/cache.ts';
import { nextPull, type Directory, type Pull } from './pull-plan.ts';

const own = userScope(people.ayu);
const [a, b, c] = [1, 2, 3].map((n) => channelScope(anId(n) as ChannelId)) as [Scope, Scope, Scope];

/** What would be pulled, one after the other, if each answer held the whole range. */
function planning(open: Scope | null = null, directory: Directory = 'full') {
  const { cache } = testCache();
  const { scopes } = cache;
  const next = (busy: readonly Scope[] = []): Pull | undefined =>
    nextPull({ scopes, own, open, directory, busy: (scope) => busy.includes(scope) });
  const all = (): Pull[] => {
    const pulls: Pull[] = [];
    for (let pull = next(); pull !== undefined; pull = next()) {
      pulls.push(pull);
      scopes.cover(pull.scope, pull.after, pull.upTo ?? scopes.find(pull.scope)!.head);
    }
    return pulls;
  };
  const saw = (scope: Scope, at: number): void => scopes.sawMessage(scopes.id(scope), at);
  return { scopes, next, all, saw };
}

describe('nextPull', () => {
  it('asks for nothing where everything is here', () => {
    const { scopes, next } = planning();
    expect(next()).toBeUndefined();
    scopes.heard(a, 10, 1);
    scopes.cover(a, 0, 10);
    expect(next()).toBeUndefined();
  });

  it('first what makes the screen true, then the newest page of every other channel', () => {
    const { scopes, all, saw } = planning(b);
    for (const scope of [a, b, c, orgScope, own]) scopes.heard(scope, 10, 1);
    saw(a, 1_000);
    saw(c, 2_000);
    expect(all().map(({ scope }) => scope)).toEqual([own, b, orgScope, c, a]);
  });

  it('takes more of the open channel than of one that nobody looks at', () => {
    const { scopes, all } = planning(b);
    for (const scope of [a, b, own]) scopes.heard(scope, 1_000, 1);
    const limits = Object.fromEntries(all().map(({ scope, limit }) => [scope, limit]));
    expect(limits[b]).toBeGreaterThan(limits[a]!);
    expect(limits[own]).toBeGreaterThan(limits[b]!);
  });

  it('S3: asks from the cursor on, without an upper bound', () => {
    const { scopes, next } = planning();
    scopes.cover(a, 0, 7);
    scopes.heard(a, 12, 3);
    expect(next()).toMatchObject({ scope: a, after: 7, upTo: null });
  });

  it('S6: a hole of the own scope comes before channels that nobody looks at', () => {
    const { scopes, all } = planning(b);
    scopes.heard(own, 900, 0);
    scopes.cover(own, 650, 900);
    for (const scope of [a, b]) scopes.heard(scope, 10, 1);
    expect(all().map(({ scope, upTo }) => [scope, upTo])).toEqual([
      [own, 650],
      [b, null],
      [a, null],
    ]);
  });

  it('S6: newest pages before any hole, then holes, the open channel’s first', () => {
    const { scopes, all } = planning(b);
    for (const scope of [a, b]) {
      scopes.heard(scope, 100, 1);
      scopes.cover(scope, 90, 100);
    }
    scopes.heard(c, 5, 1);
    expect(all().map(({ scope, after, upTo }) => [scope, after, upTo])).toEqual([
      [c, 0, null],
      [b, 0, 90],
      [a, 0, 90],
    ]);
  });

  it('S6: of one scope the newest hole first, whatever became of the others', () => {
    const { scopes, all, saw } = planning();
    scopes.cover(a, 90, 100);
    scopes.cover(a, 300, 310);
    scopes.cover(a, 500, 510);
    scopes.cover(b, 40, 50);
    scopes.cover(b, 60, 70);
    saw(b, 1_000);
    expect(all().map(({ scope, after, upTo }) => [scope, after, upTo])).toEqual([
      [b, 50, 60],
      [b, 0, 40],
      [a, 310, 500],
      [a, 100, 300],
      [a, 0, 90],
    ]);
  });

  it('leaves out what is busy', () => {
    const { scopes, next } = planning();
    for (const scope of [a, own]) scopes.heard(scope, 10, 1);
    scopes.cover(b, 5, 10);
    expect(next([own])?.scope).toBe(a);
    expect(next([own, a])?.scope).toBe(b);
    expect(next([own, a, b])).toBeUndefined();
  });

  it('of a large directory keeps the newest page, and whatever has changed since', () => {
    const { scopes, all } = planning(null, 'lazy');
    scopes.heard(orgScope, 143_000, 0);
    scopes.cover(orgScope, 142_750, 143_000);
    expect(all()).toEqual([]);
    scopes.heard(orgScope, 144_000, 0);
    scopes.cover(orgScope, 143_750, 144_000);
    expect(all()).toMatchObject([{ scope: orgScope, after: 143_000, upTo: 143_750 }]);
    expect(scopes.holes(scopes.id(orgScope))).toEqual([{ low: 0, high: 142_750 }]);
  });
});
