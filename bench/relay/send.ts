import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { median, type Figure } from '../figure.ts';
import { bareWriter } from './bare-writer.ts';
import { Line, sends } from './line.ts';
import { startRelay, temporaryFolder } from './program.ts';
import { fillSeats } from './seats.ts';

const SENDERS = 50;
const EACH = 400;
const UNDER_WAY = 4;
const GROUP = 10;
const ROUNDS = 3;
const TEXT = 'x'.repeat(120);

/**
 * Messages a second that are acknowledged as durable, 50 senders with 4 on the way each. Floor: the
 * same rows written by bare better-sqlite3, `FULL`, in groups of 10.
 */
export async function sendFigure(): Promise<Figure> {
  const dir = temporaryFolder('send');
  const { channelId, tokens } = await fillSeats(dir, SENDERS);
  const { relay, url } = await startRelay(dir);
  const lines = await Promise.all(tokens.map((token) => Line.open(url, token)));
  const newId = uuid7Generator(Date.now);
  const acked = lines.map((line) => {
    const state = { free: (_: number): void => undefined };
    line.onText((text) => {
      if (text.startsWith('{"t":"acks"')) state.free(text.split('"op":').length - 1);
    });
    return state;
  });
  const round = async (): Promise<number> => {
    const began = performance.now();
    await Promise.all(
      lines.map((line, i) => {
        let sent = UNDER_WAY;
        let done = 0;
        return new Promise<void>((resolve) => {
          acked[i]!.free = (count) => {
            done += count;
            if (done === EACH) return resolve();
            const next = Math.min(count, EACH - sent);
            sent += next;
            if (next > 0) line.send(sends(channelId, Array.from({ length: next }, newId), TEXT));
          };
          line.send(sends(channelId, Array.from({ length: UNDER_WAY }, newId), TEXT));
        });
      }),
    );
    return (SENDERS * EACH) / ((performance.now() - began) / 1_000);
  };
  const figures: number[] = [];
  for (let i = 0; i < ROUNDS; i++) figures.push(await round());
  for (const line of lines) line.close();
  await relay.stop();
  return { name: 'send.durable_per_s', value: median(figures), unit: '1/s', floor: bare() };
}

function bare(): number {
  const write = bareWriter(temporaryFolder('send-floor'));
  const texts = Array.from({ length: GROUP }, () => TEXT);
  const figures: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    for (let i = 0; i < (SENDERS * EACH) / GROUP; i++) write(texts);
    figures.push((SENDERS * EACH) / ((performance.now() - began) / 1_000));
  }
  return median(figures);
}
