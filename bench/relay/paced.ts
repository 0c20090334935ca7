import { once } from 'node:events';
import { WebSocket } from 'ws';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { quantile, type Figure } from '../figure.ts';
import { Line, sends } from './line.ts';
import { evenly } from './pace.ts';
import { Program, startRelay, temporaryFolder } from './program.ts';
import { fillSeats } from './seats.ts';

const RECEIVERS = 300;
const PER_SECOND = 100;
const SECONDS = 20;
const MESSAGES = PER_SECOND * SECONDS;

/**
 * From send to delivery, p99, when one sends 100 messages a second to a channel of 300 connections
 * for 20 s, durable. Floor: the same through a plain `ws` broadcast, with no store.
 */
export async function pacedFigure(): Promise<Figure> {
  const value = await balaiPaced();
  return { name: 'paced.delivery_p99_ms', value, unit: 'ms', floor: await plainPaced() };
}

async function balaiPaced(): Promise<number> {
  const dir = temporaryFolder('paced');
  const { channelId, tokens } = await fillSeats(dir, RECEIVERS + 1);
  const { relay, url } = await startRelay(dir);
  const receivers = new Program('bench/relay/paced-clients.ts', [url, 'balai']);
  receivers.tell({ tokens: tokens.slice(1) });
  await receivers.line();
  const line = await Line.open(url, tokens[0]!);
  const newId = uuid7Generator(Date.now);
  const p99 = await paced(receivers, () => line.send(sends(channelId, [newId()], stamped(120))));
  line.close();
  await receivers.stop();
  await relay.stop();
  return p99;
}

async function plainPaced(): Promise<number> {
  const plain = new Program('bench/relay/plain.ts', ['broadcast']);
  const { listening } = await plain.line<{ listening: string }>();
  const receivers = new Program('bench/relay/paced-clients.ts', [listening, 'plain']);
  receivers.tell({ count: RECEIVERS });
  await receivers.line();
  const socket = new WebSocket(listening, { perMessageDeflate: false });
  await once(socket, 'open');
  // What a row weighs on the wire, so that both carry the same bytes.
  const p99 = await paced(receivers, () => socket.send(stamped(450)));
  socket.terminate();
  await receivers.stop();
  await plain.stop();
  return p99;
}

/** A text of that length which carries when it was sent. */
const stamped = (length: number): string => `@${process.hrtime.bigint()}@`.padEnd(length, 'x');

/** The p99 in ms. */
async function paced(receivers: Program, send: () => void): Promise<number> {
  receivers.tell({ expect: MESSAGES * RECEIVERS });
  await evenly(PER_SECOND, MESSAGES, send);
  const { samples } = await receivers.line<{ samples: number[] }>();
  return quantile(samples, 0.99);
}
