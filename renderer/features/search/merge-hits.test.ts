import { expect, it } from 'vitest';
import type { SearchHit } from '../../../shared/rpc/search-views.ts';
import { behind, mergeHits, type Pages } from './merge-hits.ts';

const hit = (time: number, here: boolean): SearchHit =>
  ({ message: { id: `m${time}`, createdAt: time }, ranges: [], here }) as unknown as SearchHit;
const pages = (here: boolean, next: string | null, ...times: number[]): Pages => ({
  ...{ hits: times.map((time) => hit(time, here)), next },
});
const times = (hits: readonly SearchHit[]) => hits.map(({ message }) => message.createdAt);

it('shows what is here as long as the relay has said nothing', () => {
  expect(times(mergeHits(pages(true, 'more', 9, 7), null))).toEqual([9, 7]);
});

it('has each message once, newest first, as this computer draws it', () => {
  const merged = mergeHits(pages(true, null, 9, 7), pages(false, null, 9, 8, 7, 2));
  expect(times(merged)).toEqual([9, 8, 7, 2]);
  expect(merged.map(({ here }) => here)).toEqual([true, false, true, false]);
});

it('keeps back what might yet have something above it', () => {
  expect(times(mergeHits(pages(true, null, 9, 3), pages(false, 'more', 8, 5)))).toEqual([9, 8, 5]);
  expect(times(mergeHits(pages(true, 'more', 9, 6), pages(false, null, 8, 5)))).toEqual([9, 8, 6]);
  expect(times(mergeHits(pages(true, 'more', 9), pages(false, 'more')))).toEqual([9]);
});

it('puts nothing in above what was shown, whichever goes on', () => {
  const everywhere = Array.from({ length: 40 }, (_, i) => 100 - i);
  const here = everywhere.filter((time) => time % 3 === 0 || time > 90);
  let [cached, relay] = [5, 5];
  const page = (all: readonly number[], mine: boolean, to: number): Pages =>
    pages(mine, to < all.length ? 'more' : null, ...all.slice(0, to));
  let shown: number[] = [];
  for (let turn = 0; turn < 50; turn++) {
    const [a, b] = [page(here, true, cached), page(everywhere, false, relay)];
    const now = times(mergeHits(a, b));
    expect(now.slice(0, shown.length)).toEqual(shown);
    shown = now;
    const next = behind(a, b);
    if (next === null) break;
    if (next === 'cached') cached += 5;
    else relay += 5;
  }
  expect(shown).toEqual(everywhere);
});

it('asks whoever holds the list up, and nobody at the end', () => {
  expect(behind(pages(true, 'more', 9), pages(false, 'more', 5))).toBe('cached');
  expect(behind(pages(true, 'more', 4), pages(false, 'more', 5))).toBe('relay');
  expect(behind(pages(true, null, 4), pages(false, 'more', 5))).toBe('relay');
  expect(behind(pages(true, 'more', 4), null)).toBe('cached');
  expect(behind(pages(true, null), pages(false, null))).toBeNull();
});
