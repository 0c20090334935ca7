import { describe, expect, it } from 'vitest';
import { deeds, perHour } from './day.ts';
import { reportOf, sizing } from './report.ts';
import { sampleOf, simulate } from './simulate.ts';

describe('the simulation', () => {
  it('drives a real relay through every kind of work, and counts what came of it', async () => {
    const measured = await simulate({
      ...{ people: 40, sample: sampleOf(40), seconds: 0.2, seed: 7, tell: () => {} },
    });
    expect(measured.arrive.count).toBe(28);
    for (const deed of deeds) expect(measured.deeds[deed].count).toBeGreaterThan(0);
    // A team of twelve and a department of all: nobody is forgotten, and nobody hears it twice.
    expect(measured.deliveriesPerPost).toBeGreaterThan(4);
    expect(measured.deliveriesPerPost).toBeLessThanOrEqual(28);
    expect(measured.announcement.count).toBe(28);
    expect(measured.memory.connectionKb).toBeGreaterThanOrEqual(0);

    const [one, two] = [sizing(measured, 1), sizing(measured, 2)];
    expect(one.connected).toBeCloseTo(28);
    expect(one.postsPerS).toBeCloseTo((28 * perHour.post) / 3_600);
    expect(two.busyCores).toBeCloseTo(one.busyCores / 2);
    expect(reportOf(measured, 2)).toContain('So for 40 people on 2 nodes, each node:');
  });

  it('measures what a connection takes, where there are enough of them', async () => {
    const measured = await simulate({
      ...{ people: 400, sample: sampleOf(400), seconds: 0.1, seed: 7, tell: () => {} },
    });
    expect(measured.arrive.count).toBe(280);
    expect(measured.memory.connectionKb).toBeGreaterThan(0);
  });

  it('connects whole sites of a large company, and everybody who would be of a small one', () => {
    expect(sampleOf(150)).toBe(105);
    expect(sampleOf(15_000)).toBe(2_400);
    expect(sampleOf(143_000)).toBe(2_400);
  });
});
