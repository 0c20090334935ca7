import { expect, it } from 'vitest';
import { FakeClock } from '../../shared/testing/clock.ts';
import { TokenBucket } from './rate.ts';

it('lets a burst through, then waits until the debt is paid', () => {
  const clock = new FakeClock();
  const bucket = new TokenBucket({ perSecond: 10, burst: 20 }, clock.now);
  bucket.take(20);
  expect(bucket.wait()).toBe(0);
  bucket.take(5);
  expect(bucket.wait()).toBe(500);
  clock.advance(200);
  expect(bucket.wait()).toBe(300);
  clock.advance(300);
  expect(bucket.wait()).toBe(0);
});

it('saves up no more than the burst, and gains nothing from a clock that steps back', () => {
  const clock = new FakeClock();
  const bucket = new TokenBucket({ perSecond: 10, burst: 20 }, clock.now);
  clock.advance(3_600_000);
  bucket.take(21);
  expect(bucket.wait()).toBe(100);
  clock.set(0);
  expect(bucket.wait()).toBe(100);
});

it('has no limit at zero a second', () => {
  const bucket = new TokenBucket({ perSecond: 0, burst: 0 }, () => 0);
  bucket.take(1_000_000);
  expect(bucket.wait()).toBe(0);
});
