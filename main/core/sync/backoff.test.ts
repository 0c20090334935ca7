import { assert, array, double, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Backoff } from './backoff.ts';

describe('Backoff', () => {
  it('waits somewhere in a span that doubles from half a second to half a minute', () => {
    const chances = array(double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
      minLength: 1,
      maxLength: 14,
    });
    assert(
      property(chances, (rolls) => {
        let at = 0;
        const backoff = new Backoff(() => rolls[at++]!);
        for (let failures = 0; failures < rolls.length; failures++) {
          const span = Math.min(30_000, 500 * 2 ** failures);
          const wait = backoff.next();
          expect(wait).toBe(Math.ceil(span * rolls[failures]!));
          expect(wait).toBeLessThanOrEqual(30_000);
        }
      }),
    );
  });

  it('spreads two clients that failed together over the whole span', () => {
    const late = new Backoff(() => 0.999);
    const early = new Backoff(() => 0);
    for (let i = 0; i < 8; i++) {
      late.next();
      early.next();
    }
    expect(late.next() - early.next()).toBeGreaterThan(29_000);
  });

  it('comes back no sooner than it was asked to, and spreads on top of that', () => {
    assert(
      property(nat({ max: 600_000 }), (atLeast) => {
        expect(new Backoff(() => 0).next(atLeast)).toBe(atLeast);
        expect(new Backoff(() => 0.5).next(atLeast)).toBe(atLeast + 250);
      }),
    );
  });

  it('begins anew after a success', () => {
    const backoff = new Backoff(() => 0.5);
    for (let i = 0; i < 5; i++) backoff.next();
    backoff.reset();
    expect(backoff.next()).toBe(250);
  });
});
