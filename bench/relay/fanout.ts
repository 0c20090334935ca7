import { WebSocket } from 'ws';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { median, type Figure } from '../figure.ts';
import { Line, sends } from './line.ts';
import { Program, startRelay, temporaryFolder } from './program.ts';
import { fillSeats } from './seats.ts';

const RECEIVERS = 300;
const MESSAGES = 1_000;
const UNDER_WAY = 64;
const ROUNDS = 3;
const TEXT = 'x'.repeat(120);

/**
 * Durable deliveries a second from one sender to 300 receivers in another process, 64 messages on
 * the way at once. Floor: a plain `ws` broadcast of as many messages of that size, with no store.
 */
export async function fanoutFigure(): Promise<Figure> {
  const dir = temporaryFolder('fanout');
  const { channelId, tokens } = await fillSeats(dir, RECEIVERS + 1);
  const { relay, url } = await startRelay(dir);
  const receivers = new Program('bench/relay/receivers.ts', [url, 'balai']);
  receivers.tell({ tokens: tokens.slice(1) });
  await receivers.line();
  const line = await Line.open(url, tokens[0]!);
  const newId = uuid7Generator(Date.now);
  let free = (_: number): void => undefined;
  line.onText((text) => {
    if (text.startsWith('{"t":"acks"')) free(text.split('"op":').length - 1);
  });
  const send = (count: number): void => {
    line.send(sends(channelId, Array.from({ length: count }, newId), TEXT));
  };
  const value = await rounds(receivers, send, (freed) => (free = freed));
  line.close();
  await receivers.stop();
  await relay.stop();
  return { name: 'fanout.deliveries_per_s', value, unit: '1/s', floor: await plainFanout() };
}

async function plainFanout(): Promise<number> {
  const plain = new Program('bench/relay/plain.ts', ['broadcast']);
  const { listening } = await plain.line<{ listening: string }>();
  const receivers = new Program('bench/relay/receivers.ts', [listening, 'plain']);
  receivers.tell({ count: RECEIVERS });
  await receivers.line();
  const socket = new WebSocket(listening, { perMessageDeflate: false });
  await new Promise<void>((resolve) => socket.once('open', () => resolve()));
  let free = (_: number): void => undefined;
  socket.on('message', () => free(1));
  // What a row weighs on the wire, so that both carry the same bytes.
  const text = 'x'.repeat(450);
  const send = (count: number): void => {
    for (let i = 0; i < count; i++) socket.send(text);
  };
  const floor = await rounds(receivers, send, (freed) => (free = freed));
  socket.terminate();
  await receivers.stop();
  await plain.stop();
  return floor;
}

/** The median of some rounds, in deliveries a second. */
async function rounds(
  receivers: Program,
  send: (count: number) => void,
  onFree: (freed: (count: number) => void) => void,
): Promise<number> {
  receivers.tell({ expect: MESSAGES });
  const figures: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    let left = MESSAGES - UNDER_WAY;
    onFree((count) => {
      const next = Math.min(count, left);
      left -= next;
      if (next > 0) send(next);
    });
    send(UNDER_WAY);
    const { ms } = await receivers.line<{ ms: number }>();
    figures.push((MESSAGES * RECEIVERS) / (ms / 1_000));
  }
  return median(figures);
}
