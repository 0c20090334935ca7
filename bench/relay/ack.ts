import { WebSocket } from 'ws';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { quantile, type Figure } from '../figure.ts';
import { Line, sends } from './line.ts';
import { Program, startRelay, temporaryFolder } from './program.ts';
import { fillSeats } from './seats.ts';

const MESSAGES = 2_000;
const TEXT = 'x'.repeat(120);

/**
 * From send to acknowledgement, one sender, one message at a time. Floor: a plain `ws` server that
 * writes the same rows by bare better-sqlite3 (`FULL`) and answers.
 */
export async function ackFigure(): Promise<Figure> {
  const dir = temporaryFolder('ack');
  const { channelId, tokens } = await fillSeats(dir, 1);
  const { relay, url } = await startRelay(dir);
  const line = await Line.open(url, tokens[0]!);
  const newId = uuid7Generator(Date.now);
  let answered = (): void => undefined;
  line.onText((text) => {
    if (text.includes('"t":"acks"')) answered();
  });
  const value = quantile(
    await measured(async () => {
      const ack = new Promise<void>((resolve) => (answered = resolve));
      line.send(sends(channelId, [newId()], TEXT));
      await ack;
    }),
    0.99,
  );
  line.close();
  await relay.stop();

  const plain = new Program('bench/relay/plain.ts', ['store', temporaryFolder('ack-floor')]);
  const { listening } = await plain.line<{ listening: string }>();
  const socket = new WebSocket(listening, { perMessageDeflate: false });
  await new Promise<void>((resolve) => socket.once('open', () => resolve()));
  const floor = quantile(
    await measured(async () => {
      const answer = new Promise<void>((resolve) => socket.once('message', () => resolve()));
      socket.send(TEXT);
      await answer;
    }),
    0.99,
  );
  socket.terminate();
  await plain.stop();
  return { name: 'ack.p99_ms', value, unit: 'ms', floor };
}

async function measured(once: () => Promise<void>): Promise<number[]> {
  const samples: number[] = [];
  for (let i = 0; i < MESSAGES; i++) {
    const began = performance.now();
    await once();
    samples.push(performance.now() - began);
  }
  // The first ones warm up.
  return samples.slice(MESSAGES / 10);
}
