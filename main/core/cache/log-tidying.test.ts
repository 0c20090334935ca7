import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { testCache } from '../testing/cache.ts';
import { LogTidying } from './log-tidying.ts';

it('S11: the log is empty half a minute after a change', () => {
  const { cache, clock, file } = testCache();
  const tidying = new LogTidying(cache.db, clock);
  const log = (): number => statSync(`${file}-wal`).size;
  cache.onCommit = () => tidying.changed();
  cache.transaction(() => cache.meta.set('a', 'word'));
  expect(log()).toBeGreaterThan(0);
  clock.advance(30_000);
  expect(log()).toBe(0);
  expect(clock.pending).toBe(0);
  cache.transaction(() => cache.meta.set('a', 'other'));
  clock.advance(29_000);
  expect(log()).toBeGreaterThan(0);
  clock.advance(1_000);
  expect(log()).toBe(0);
  cache.transaction(() => cache.meta.set('a', 'third'));
  tidying.close();
  expect(clock.pending).toBe(0);
});
