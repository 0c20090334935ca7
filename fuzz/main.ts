import { parseArgs } from 'node:util';
import { runSeed } from './run.ts';

/** `npm run fuzz -- --seeds 5000 --from 1`: runs so many seeds, tells of those that fail. */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string' },
  },
});
const from = Number(values.from);
const seeds = Number(values.seeds);
const steps = values.steps === undefined ? {} : { steps: Number(values.steps) };

const began = performance.now();
const totals = new Map<string, { ok: number; refused: number }>();
const deeds = new Map<string, number>();
let failed = 0;
let events = 0;
for (let seed = from; seed < from + seeds; seed++) {
  const result = await runSeed(seed, steps);
  events += result.events;
  for (const [name, { ok, refused }] of result.done) {
    const total = totals.get(name) ?? { ok: 0, refused: 0 };
    totals.set(name, { ok: total.ok + ok, refused: total.refused + refused });
  }
  for (const [name, count] of result.deeds) deeds.set(name, (deeds.get(name) ?? 0) + count);
  if (result.finding !== null) {
    failed++;
    console.log(
      `seed ${seed}: ${result.finding}\n${result.story.map((line) => `  ${line}`).join('\n')}`,
    );
    console.log(`  again: npm run fuzz -- --seeds 1 --from ${seed}\n`);
  } else if (seeds > 200 && (seed - from + 1) % 100 === 0) {
    console.log(`${seed - from + 1} seeds, ${failed} failed`);
  }
}
for (const [name, count] of deeds) console.log(`${name.padEnd(36)} ${String(count).padStart(8)}`);
const seconds = (performance.now() - began) / 1_000;
for (const [name, { ok, refused }] of [...totals].sort()) {
  console.log(
    `${name.padEnd(20)} ${String(ok).padStart(8)} done ${String(refused).padStart(8)} refused`,
  );
}
console.log(
  `${seeds} seeds in ${seconds.toFixed(1)} s (${((1_000 * seconds) / seeds).toFixed(0)} ms each), ` +
    `${events} events, ${failed} failed`,
);
process.exitCode = failed === 0 ? 0 : 1;
