import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../../shared/testing/clock.ts';
import { RateLimit } from './rate-limit.ts';

const make = () => {
  const clock = new FakeClock();
  return { clock, limit: new RateLimit(clock, { burst: 3, everyMs: 1_000 }) };
};

describe('rate limit', () => {
  it('lets a burst through, then one at a time', () => {
    const { clock, limit } = make();
    expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 1_000]);
    clock.advance(400);
    expect(limit.take('a')).toBe(600);
    clock.advance(600);
    expect([1, 2].map(() => limit.take('a'))).toEqual([0, 1_000]);
  });

  it('keys do not touch one another', () => {
    const { limit } = make();
    for (let i = 0; i < 4; i++) limit.take('a');
    expect(limit.take('b')).toBe(0);
  });

  it('a try given back was never made', () => {
    const { limit } = make();
    for (let i = 0; i < 10; i++) {
      expect(limit.take('a')).toBe(0);
      limit.giveBack('a');
    }
    limit.giveBack('never seen');
    expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 1_000]);
  });

  it('a whole burst is there again after a rest', () => {
    const { clock, limit } = make();
    for (let i = 0; i < 4; i++) limit.take('a');
    clock.advance(3_000);
    expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 1_000]);
  });

  it('remembers who is deepest in debt when there are too many keys', () => {
    const { limit } = make();
    for (let i = 0; i < 4; i++) limit.take('busy');
    for (let i = 0; i < 60_000; i++) limit.take(`key ${i}`);
    expect(limit.take('busy')).toBe(1_000);
  });
});
