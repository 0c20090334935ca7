import { describe, expect, it } from 'vitest';
import { commands } from '../shared/commands/registry.ts';
import { generators } from './commands.ts';
import { runSeed } from './run.ts';

/** `npm run fuzz -- --seeds 5000` runs more of them; here a hundred, ten to a test. */
const TENS = Array.from({ length: 10 }, (_, n) => 10 * n + 1);
const done = new Map<string, number>();

describe('whatever happens between several devices and two nodes', () => {
  it.each(TENS)(
    'S1-S14: nothing is lost, doubled, reordered or leaked (ten seeds from %i)',
    async (from) => {
      for (let seed = from; seed < from + 10; seed++) {
        const result = await runSeed(seed);
        const again = `npm run fuzz -- --seeds 1 --from ${seed}`;
        expect(result.finding, [again, ...result.story].join('\n')).toBeNull();
        for (const [name, { ok }] of result.done) done.set(name, (done.get(name) ?? 0) + ok);
      }
    },
    120_000,
  );

  it('carries every kind of command out, many times', () => {
    for (const name of commands.keys()) expect(done.get(name) ?? 0, name).toBeGreaterThan(10);
  });

  it('knows every command', () => {
    expect(Object.keys(generators).sort()).toEqual([...commands.keys()].sort());
  });

  it('does the same again by the same seed, and something else by another', async () => {
    const [first, second, other] = [await runSeed(7), await runSeed(7), await runSeed(8)];
    expect(first.events).toBeGreaterThan(100);
    expect(second.digest).toBe(first.digest);
    expect(other.digest).not.toBe(first.digest);
  });
});
