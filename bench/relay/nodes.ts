import { startCluster } from '../../server/store/testing/postgres-cluster.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { median, type Figure } from '../figure.ts';
import { Line, sends } from './line.ts';
import { Program, startRelay } from './program.ts';
import { fillSeats, type Seats } from './seats.ts';

const RECEIVERS = 600;
const MESSAGES = 1_000;
const UNDER_WAY = 64;
const ROUNDS = 3;
const TEXT = 'x'.repeat(120);

/**
 * Deliveries a second of two relays on one Postgres over those of one: the same channel, sender
 * and 600 receivers in two processes, which are all at one node or half at each. Needs a core for
 * each node, for Postgres and for the receivers to tell anything about nodes.
 */
export async function nodesFigure(): Promise<Figure> {
  const cluster = await startCluster({ fsync: true });
  try {
    const database = await cluster.database();
    const seats = await fillSeats(database, RECEIVERS + 1);
    const one = await deliveries(database, 1, seats);
    const two = await deliveries(database, 2, seats);
    return { name: 'nodes.two_over_one', value: two / one, unit: 'ratio', floor: null };
  } finally {
    await cluster.stop();
  }
}

/** Deliveries a second with so many nodes. */
async function deliveries(database: string, count: number, seats: Seats): Promise<number> {
  const { channelId, tokens } = seats;
  const nodes = await Promise.all(Array.from({ length: count }, () => startRelay(database)));
  const half = RECEIVERS / 2;
  const receivers: Program[] = [];
  for (const n of [0, 1]) {
    const program = new Program('bench/relay/receivers.ts', [nodes[n % count]!.url, 'balai']);
    receivers.push(program);
    program.tell({ tokens: tokens.slice(1 + n * half, 1 + (n + 1) * half) });
    await program.line();
    program.tell({ expect: MESSAGES });
  }
  const line = await Line.open(nodes[0]!.url, tokens[0]!);
  const newId = uuid7Generator(Date.now);
  const send = (messages: number): void => {
    if (messages > 0) line.send(sends(channelId, Array.from({ length: messages }, newId), TEXT));
  };
  let left = 0;
  line.onText((text) => {
    if (!text.startsWith('{"t":"acks"')) return;
    const next = Math.min(text.split('"op":').length - 1, left);
    left -= next;
    send(next);
  });
  const figures: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    left = MESSAGES - UNDER_WAY;
    const began = performance.now();
    send(UNDER_WAY);
    await Promise.all(receivers.map((program) => program.line()));
    figures.push((MESSAGES * RECEIVERS) / ((performance.now() - began) / 1_000));
  }
  line.close();
  for (const program of receivers) await program.stop();
  for (const { relay } of nodes) await relay.stop();
  return median(figures);
}
