import { CONNECTED, deeds, MORNING_S, perHour } from './day.ts';
import type { Cost, Simulated } from './simulate.ts';

const digits = (value: number, count = 3): string =>
  value >= 1_000
    ? Math.round(value).toLocaleString('en-US')
    : String(Number(value.toPrecision(count)));

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** What the measured costs mean for all of the company, on so many nodes. */
export function sizing(measured: Simulated, nodes: number) {
  const { people, arrive, announcement, memory } = measured;
  const connected = people * CONNECTED;
  const here = connected / nodes;
  const hourMs = deeds.reduce((sum, deed) => sum + perHour[deed] * measured.deeds[deed].cpuMs, 0);
  return {
    connected,
    /** Of a core, for one node in the busiest hour. */
    busyCores: (here * hourMs) / 3_600_000,
    /** Of a core, for one node while most arrive. */
    morningCores: (here * arrive.cpuMs) / (MORNING_S * 1_000),
    /** CPU of one node for one message to everybody, s. */
    announcementS: (here * announcement.cpuMs) / 1_000,
    memoryMb: memory.emptyMb + (here * memory.connectionKb) / 1_024,
    postsPerS: (connected * perHour.post) / 3_600,
    deliveriesPerS: ((connected * perHour.post) / 3_600) * measured.deliveriesPerPost,
  };
}

/** For people: what was measured, and the arithmetic from there to the whole company. */
export function reportOf(measured: Simulated, nodes: number): string {
  const { people, sample, arrive, mixed, announcement, memory } = measured;
  const row = (name: string, { count, cpuMs, p50, p99 }: Cost, timed: boolean): string[] => [
    ...[name, digits(count), digits(cpuMs)],
    ...(timed ? [digits(p50), digits(p99)] : ['', '']),
  ];
  const of = sizing(measured, nodes);
  return `${[
    `${digits(people)} people, of whom ${digits(sample)} were connected to one relay (SQLite) here`,
    '',
    table([
      ['work', 'count', 'relay CPU ms each', 'p50 ms', 'p99 ms'],
      row('arrive (hello, what was missed)', arrive, true),
      ...deeds.map((deed) => row(deed, measured.deeds[deed], deed === 'post')),
      row(`all of it, ${digits(mixed.hours)} hours in one go`, mixed, true),
      row('one message to all, each delivery', announcement, true),
    ]),
    '',
    `a post reaches ${digits(measured.deliveriesPerPost)} people; the kinds together predict ${digits(mixed.predicted * 100)} % of the CPU of all at once`,
    `memory: ${digits(memory.emptyMb)} MiB with nobody, ${digits(memory.connectionKb)} KiB for each connection, ${digits(memory.peakMb)} MiB at most`,
    '',
    `So for ${digits(people)} people on ${nodes} node${nodes === 1 ? '' : 's'}, each node:`,
    `  connected         ${digits(of.connected / nodes)} (${CONNECTED * 100} % of ${digits(people)} / ${nodes})`,
    `  busiest hour      ${digits(of.busyCores)} of a core (connected x the sum of rate x cost; ${digits(of.postsPerS)} posts and ${digits(of.deliveriesPerS)} deliveries a second in all)`,
    `  morning           ${digits(of.morningCores)} of a core (connected x cost of arriving / ${MORNING_S / 60} minutes)`,
    `  one to everybody  ${digits(of.announcementS)} s of a core (connected x cost of a delivery)`,
    `  memory            ${digits(of.memoryMb)} MiB`,
  ].join('\n')}\n`;
}
