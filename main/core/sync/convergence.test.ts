import { describe, expect, it } from 'vitest';
import { SyncFuzz } from '../testing/sync-fuzz.ts';
import { checkWhole } from '../testing/sync-rules.ts';

/**
 * Among them those that once showed a mistake: a page read ahead of its cursor, a seat taken again,
 * a hole told on one side alone of what stands in it.
 */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 13, 92, 128, 1084, 1272];

describe('whatever happens', () => {
  it.each(SEEDS)(
    'S3-S8, S11, S14: the client shows nothing wrong, loses nothing, and comes to the same (%i)',
    async (seed) => {
      const fuzz = new SyncFuzz(seed);
      await fuzz.run(250);
      await fuzz.client.sync();
      // What rested meanwhile is asked for again.
      fuzz.client.clock.advance(10_000);
      await fuzz.client.sync();
      checkWhole(fuzz.client, fuzz.relay);
      expect(fuzz.written.length).toBeGreaterThan(5);
    },
    30_000,
  );
});
