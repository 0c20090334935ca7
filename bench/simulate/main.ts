import { parseArgs } from 'node:util';
import { reportOf } from './report.ts';
import { sampleOf, simulate } from './simulate.ts';

const usage = `npm run simulate -- --people N [--nodes N] [--seconds N] [--sample N] [--seed N] [--json]
Drives a real relay with part of a company of so many people, and says where time and memory go.
  --people N   how many work there (150)
  --nodes N    over how many relays on Postgres they are spread, for the arithmetic (1)
  --seconds N  how long each kind of work is measured (10)
  --sample N   how many of them connect here; the others are in the store alone
  --json       the measured figures as one line`;

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '150' },
    nodes: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '10' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const whole = (name: string, text: string): number => {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  process.stderr.write(`--${name} needs a whole number above 0, not ${text}\n${usage}\n`);
  process.exit(2);
};

if (values.help) {
  process.stdout.write(`${usage}\n`);
} else {
  const people = whole('people', values.people);
  const nodes = whole('nodes', values.nodes);
  const sample = values.sample === undefined ? sampleOf(people) : whole('sample', values.sample);
  const measured = await simulate({
    ...{ people, sample: Math.min(sample, people) },
    seconds: whole('seconds', values.seconds),
    seed: whole('seed', values.seed),
    tell: (text) => void process.stderr.write(`${text} ...\n`),
  });
  process.stdout.write(values.json ? `${JSON.stringify(measured)}\n` : reportOf(measured, nodes));
}
