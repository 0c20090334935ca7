import { expect, it } from 'vitest';
import { SeededRandom } from '../../shared/testing/random.ts';
import { growth } from './growth.ts';

const random = new SeededRandom(4);
/** Ten looks, 24 minutes apart, at something that grows so fast, give or take 1 MB. */
const looks = (perHour: number): number[] =>
  Array.from({ length: 10 }, (_, i) => 50 + perHour * 0.4 * i + random.next() * 2 - 1);

it('tells a leak from what goes up and down', () => {
  for (let n = 0; n < 20; n++) {
    const steady = growth(looks(0), 0.4);
    expect(Math.abs(steady.slope)).toBeLessThan(2 * steady.noise);
    const leaking = growth(looks(6), 0.4);
    expect(leaking.slope).toBeGreaterThan(leaking.noise);
    expect(leaking.slope).toBeCloseTo(6, -0.5);
  }
});
