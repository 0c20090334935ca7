import { performance } from 'node:perf_hooks';
import { endAll } from './testing/run.ts';
import { steps, stepsOf } from './testing/steps.ts';
import { add, closingLine, nothing, oneFailed, type Ran, type Tally } from './testing/tally.ts';
import { makeWorkplace } from './testing/workplace.ts';

/**
 * `npm test` runs everything; `node scripts/test.ts types unit` runs these parts. Writes nothing
 * outside the checkout. The last line says how many tests passed and failed, where each static
 * check counts as one; the exit code is 1 where any failed.
 */
const seconds = (from: number): string => `${((performance.now() - from) / 1000).toFixed(1)} s`;

const chosen = stepsOf(process.argv.slice(2));
if (chosen === undefined) {
  console.error(`parts: check, ${steps.map((step) => step.name).join(', ')}`);
  process.exit(2);
}

const workplace = makeWorkplace();
const stop = (): void => {
  endAll();
  workplace.clean();
  process.exit(130);
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

const begun = performance.now();
let total: Tally = nothing;
const summary: string[] = [];
for (const step of chosen) {
  const from = performance.now();
  console.log(`\n-- ${step.name}`);
  const tally = await step.run(workplace).catch((error: unknown): Ran => {
    console.error(error);
    return oneFailed;
  });
  total = add(total, tally);
  summary.push(`${step.name.padEnd(12)} ${seconds(from).padStart(8)}   ${closingLine(tally)}`);
  for (const failure of tally.failures ?? []) summary.push(`  ${failure}`);
}
workplace.clean();

console.log(`\n${summary.join('\n')}\n${'all'.padEnd(12)} ${seconds(begun).padStart(8)}\n`);
console.log(closingLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;
