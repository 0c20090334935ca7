import { WebSocket } from 'ws';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { median, type Figure } from '../figure.ts';
import { Line, sends } from './line.ts';
import { Program, startRelay, temporaryFolder } from './program.ts';
import { fillSeats } from './seats.ts';

const RECEIVERS = 1_000;
const PROCESSES = 2;
const TEXT = 'x'.repeat(120);

/** How one sender sends. */
interface Traffic {
  readonly messages: number;
  /** Sent and not yet acknowledged. */
  readonly underWay: number;
  readonly rounds: number;
}

const CROWDED: Traffic = { messages: 512, underWay: 64, rounds: 3 };
const SINGLE: Traffic = { messages: 100, underWay: 1, rounds: 5 };

/**
 * Durable deliveries a second from one sender to 1,000 receivers in two other processes: with 64
 * messages on the way at once, and with one. Floor: a plain `ws` broadcast of as many messages of
 * that size, with no store.
 */
export async function fanoutFigures(): Promise<Figure[]> {
  const ours = await balaiFanout();
  const plain = await plainFanout();
  return ['fanout', 'fanout_single'].map((name, i) => ({
    ...{ name: `${name}.deliveries_per_s`, value: ours[i]!, unit: '1/s', floor: plain[i]! },
  }));
}

async function balaiFanout(): Promise<number[]> {
  const dir = temporaryFolder('fanout');
  const { channelId, tokens } = await fillSeats(dir, RECEIVERS + 1);
  const { relay, url } = await startRelay(dir);
  const receivers = await open(url, 'balai', (from, to) => ({
    tokens: tokens.slice(1 + from, 1 + to),
  }));
  const line = await Line.open(url, tokens[0]!);
  const newId = uuid7Generator(Date.now);
  let free = (_: number): void => undefined;
  line.onText((text) => {
    if (text.startsWith('{"t":"acks"')) free(text.split('"op":').length - 1);
  });
  const send = (count: number): void => {
    line.send(sends(channelId, Array.from({ length: count }, newId), TEXT));
  };
  const figures = await both(receivers, send, (freed) => (free = freed));
  line.close();
  for (const program of receivers) await program.stop();
  await relay.stop();
  return figures;
}

async function plainFanout(): Promise<number[]> {
  const plain = new Program('bench/relay/plain.ts', ['broadcast']);
  const { listening } = await plain.line<{ listening: string }>();
  const receivers = await open(listening, 'plain', (from, to) => ({ count: to - from }));
  const socket = new WebSocket(listening, { perMessageDeflate: false });
  await new Promise<void>((resolve) => socket.once('open', () => resolve()));
  let free = (_: number): void => undefined;
  socket.on('message', () => free(1));
  // What a row weighs on the wire, so that both carry the same bytes.
  const text = 'x'.repeat(450);
  const send = (count: number): void => {
    for (let i = 0; i < count; i++) socket.send(text);
  };
  const figures = await both(receivers, send, (freed) => (free = freed));
  socket.terminate();
  for (const program of receivers) await program.stop();
  await plain.stop();
  return figures;
}

/** Programs of receivers that are all connected. */
async function open(
  url: string,
  kind: 'balai' | 'plain',
  opening: (from: number, to: number) => unknown,
): Promise<Program[]> {
  const programs: Program[] = [];
  const each = RECEIVERS / PROCESSES;
  for (let n = 0; n < PROCESSES; n++) {
    const program = new Program('bench/relay/receivers.ts', [url, kind]);
    programs.push(program);
    program.tell(opening(n * each, (n + 1) * each));
    await program.line();
  }
  return programs;
}

type OnFree = (freed: (count: number) => void) => void;

async function both(
  receivers: readonly Program[],
  send: (count: number) => void,
  onFree: OnFree,
): Promise<number[]> {
  return [
    await deliveries(receivers, CROWDED, send, onFree),
    await deliveries(receivers, SINGLE, send, onFree),
  ];
}

/** Deliveries a second from the first send to the last receiver's last message: the rounds' median. */
async function deliveries(
  receivers: readonly Program[],
  { messages, underWay, rounds }: Traffic,
  send: (count: number) => void,
  onFree: OnFree,
): Promise<number> {
  for (const program of receivers) program.tell({ expect: messages });
  const figures: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let left = messages - underWay;
    onFree((count) => {
      const next = Math.min(count, left);
      left -= next;
      if (next > 0) send(next);
    });
    const began = performance.now();
    send(underWay);
    await Promise.all(receivers.map((program) => program.line()));
    figures.push((messages * RECEIVERS) / ((performance.now() - began) / 1_000));
  }
  return median(figures);
}
