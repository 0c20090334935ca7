import { once } from 'node:events';
import { WebSocket } from 'ws';
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
 * and 600 receivers in two processes, which are all at one node or half at each. Floor: two plain
 * `ws` servers over one, where the sender sends to both: what the machine's cores allow. Needs a
 * core for each node, for Postgres and for the receivers to tell anything about nodes.
 */
export async function nodesFigure(): Promise<Figure> {
  const cluster = await startCluster({ fsync: true });
  try {
    const database = await cluster.database();
    const seats = await fillSeats(database, RECEIVERS + 1);
    const one = await balai(database, 1, seats);
    const two = await balai(database, 2, seats);
    const floor = (await plain(2)) / (await plain(1));
    return { name: 'nodes.two_over_one', value: two / one, unit: 'ratio', floor };
  } finally {
    await cluster.stop();
  }
}

/** Deliveries a second with so many nodes. */
async function balai(database: string, count: number, seats: Seats): Promise<number> {
  const { channelId, tokens } = seats;
  const nodes = await Promise.all(Array.from({ length: count }, () => startRelay(database)));
  const receivers = await open('balai', urlsOf(nodes), (from, to) => ({
    tokens: tokens.slice(1 + from, 1 + to),
  }));
  const line = await Line.open(nodes[0]!.url, tokens[0]!);
  const newId = uuid7Generator(Date.now);
  let free = (_: number): void => undefined;
  line.onText((text) => {
    if (text.startsWith('{"t":"acks"')) free(text.split('"op":').length - 1);
  });
  const figure = await deliveries(
    receivers,
    (messages) => line.send(sends(channelId, Array.from({ length: messages }, newId), TEXT)),
    (freed) => (free = freed),
  );
  line.close();
  for (const program of receivers) await program.stop();
  for (const { relay } of nodes) await relay.stop();
  return figure;
}

/** Deliveries a second with so many plain servers. */
async function plain(count: number): Promise<number> {
  const servers: { server: Program; url: string }[] = [];
  for (let n = 0; n < count; n++) {
    const server = new Program('bench/relay/plain.ts', ['broadcast']);
    const { listening } = await server.line<{ listening: string }>();
    servers.push({ server, url: listening });
  }
  const receivers = await open('plain', urlsOf(servers), (from, to) => ({ count: to - from }));
  const sockets = servers.map(({ url }) => new WebSocket(url, { perMessageDeflate: false }));
  await Promise.all(sockets.map((socket) => once(socket, 'open')));
  let free = (_: number): void => undefined;
  sockets[0]!.on('message', () => free(1));
  // What a row weighs on the wire, so that both carry the same bytes.
  const text = 'x'.repeat(450);
  const figure = await deliveries(
    receivers,
    (messages) => {
      for (const socket of sockets) for (let i = 0; i < messages; i++) socket.send(text);
    },
    (freed) => (free = freed),
  );
  for (const socket of sockets) socket.terminate();
  for (const program of receivers) await program.stop();
  for (const { server } of servers) await server.stop();
  return figure;
}

const urlsOf = (nodes: readonly { url: string }[]): string[] => nodes.map(({ url }) => url);

/** Two programs of receivers, dealt out to the nodes. */
async function open(
  kind: 'balai' | 'plain',
  urls: readonly string[],
  opening: (from: number, to: number) => unknown,
): Promise<Program[]> {
  const half = RECEIVERS / 2;
  const receivers: Program[] = [];
  for (const n of [0, 1]) {
    const program = new Program('bench/relay/receivers.ts', [urls[n % urls.length]!, kind]);
    receivers.push(program);
    program.tell(opening(n * half, (n + 1) * half));
    await program.line();
    program.tell({ expect: MESSAGES });
  }
  return receivers;
}

/** A second; the rounds' median. */
async function deliveries(
  receivers: readonly Program[],
  send: (messages: number) => void,
  onFree: (freed: (count: number) => void) => void,
): Promise<number> {
  const figures: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    let left = MESSAGES - UNDER_WAY;
    onFree((count) => {
      const next = Math.min(count, left);
      left -= next;
      if (next > 0) send(next);
    });
    const began = performance.now();
    send(UNDER_WAY);
    await Promise.all(receivers.map((program) => program.line()));
    figures.push((MESSAGES * RECEIVERS) / ((performance.now() - began) / 1_000));
  }
  return median(figures);
}
