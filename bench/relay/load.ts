import { quantile, type Figure } from '../figure.ts';
import { Program, startRelay, temporaryFolder } from './program.ts';
import { fillTables } from './seats.ts';

const PEOPLE = 1_000;
const ROOMS = 50;
const PER_SECOND = 500;
const WARM_UP_SECONDS = 2;
const PROCESSES = 2;
const EACH = PEOPLE / PROCESSES;

interface Seat {
  readonly room: string;
  readonly token: string;
}

interface Measured {
  readonly acks: number[];
  readonly deliveries: number[];
  readonly lost: number;
  readonly doubled: number;
  readonly unanswered: number;
}

/**
 * An office at work: 500 messages a second over 50 channels of 20 people each, every one of 1,000
 * connections writing now and then, durable. The p99 from send to acknowledgement and from send to
 * each delivery, over a minute. Floor: the same through rooms on bare `ws`, with no store.
 *
 * @throws {Error} where a delivery is lost or doubled, or a message is not acknowledged
 */
export function loadFigures(): Promise<Figure[]> {
  return figures(60);
}

/** The same for ten seconds. */
export async function shortLoadFigures(): Promise<Figure[]> {
  return (await figures(10)).map((figure) => ({ ...figure, at: '10 s' }));
}

async function figures(seconds: number): Promise<Figure[]> {
  const ours = await balai(seconds);
  const floor = await plain(seconds);
  return (['acks', 'deliveries'] as const).map((what) => ({
    name: what === 'acks' ? 'load.ack_p99_ms' : 'load.delivery_p99_ms',
    ...{ value: quantile(ours[what], 0.99), unit: 'ms', floor: quantile(floor[what], 0.99) },
  }));
}

async function balai(seconds: number): Promise<Measured> {
  const dir = temporaryFolder('load');
  const { channelIds, tokens } = await fillTables(dir, PEOPLE, ROOMS);
  const { relay, url } = await startRelay(dir);
  const seats = tokens.map((token, i) => ({ token, room: channelIds[i % ROOMS]! }));
  const measured = await measure([url, 'balai'], seats, seconds);
  await relay.stop();
  return measured;
}

async function plain(seconds: number): Promise<Measured> {
  const server = new Program('bench/relay/plain.ts', ['rooms']);
  const { listening } = await server.line<{ listening: string }>();
  const seats = Array.from({ length: PEOPLE }, (_, i) => ({ token: '', room: `${i % ROOMS}` }));
  const measured = await measure([listening, 'plain'], seats, seconds);
  await server.stop();
  return measured;
}

async function measure(
  args: readonly string[],
  seats: readonly Seat[],
  seconds: number,
): Promise<Measured> {
  const programs: Program[] = [];
  for (let n = 0; n < PROCESSES; n++) {
    const program = new Program('bench/relay/load-clients.ts', args);
    programs.push(program);
    program.tell({ seats: seats.slice(n * EACH, (n + 1) * EACH) });
    await program.line();
  }
  const messages = PER_SECOND * (WARM_UP_SECONDS + seconds);
  for (const [n, program] of programs.entries()) {
    program.tell({
      ...{ perSecond: PER_SECOND / PROCESSES, count: messages / PROCESSES },
      ...{ warmUp: PER_SECOND * WARM_UP_SECONDS, perRoom: messages / ROOMS },
      ...{ process: n, processes: PROCESSES },
    });
  }
  const parts = await Promise.all(programs.map((program) => program.line<Measured>()));
  for (const program of programs) await program.stop();
  for (const { lost, doubled, unanswered } of parts) {
    if (lost + doubled + unanswered === 0) continue;
    throw new Error(`${args[1]}: ${lost} lost, ${doubled} doubled, ${unanswered} unanswered`);
  }
  return {
    ...parts[0]!,
    acks: parts.flatMap(({ acks }) => acks),
    deliveries: parts.flatMap(({ deliveries }) => deliveries),
  };
}
