import { expect, it } from 'vitest';
import { testCache } from '../testing/cache.ts';
import { RecentSearches } from './recent.ts';

function setup() {
  const opened = testCache();
  return { ...opened, recent: new RecentSearches(opened.cache) };
}

it('keeps the last searches, the newest first and each once', () => {
  const { recent } = setup();
  for (const query of ['rapat', 'from:ayu', 'rapat', '  ', 'stok   palet ']) recent.remember(query);
  expect(recent.list()).toEqual(['stok palet', 'rapat', 'from:ayu']);
});

it('one that goes on with the last is the same search', () => {
  const { recent } = setup();
  for (const query of ['faktur', 'faktur in:#keuangan', 'faktur']) recent.remember(query);
  expect(recent.list()).toEqual(['faktur', 'faktur in:#keuangan']);
});

it('keeps no more than a person looks through', () => {
  const { recent } = setup();
  for (let n = 10; n < 40; n++) recent.remember(`kata ${n} x`);
  expect(recent.list()).toHaveLength(8);
  expect(recent.list()[0]).toBe('kata 39 x');
});

it('stands in the cache, also after a restart, until it is forgotten', () => {
  const { recent, again } = setup();
  for (const query of ['satu', 'dua', 'tiga']) recent.remember(query);
  recent.forget('dua');
  const next = new RecentSearches(again());
  expect(next.list()).toEqual(['tiga', 'satu']);
  next.forget(null);
  expect(next.list()).toEqual([]);
});

it('tells that it has changed, and reads what is damaged as nothing', () => {
  const { recent, cache, topics, clock } = setup();
  const told: string[][] = [];
  topics.subscribe((changed) => told.push(changed));
  recent.remember('rapat');
  clock.advance(1_000);
  expect(told.flat()).toEqual(['searches']);
  cache.meta.set('searches', '{');
  expect(recent.list()).toEqual([]);
});
