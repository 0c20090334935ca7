import { startCluster } from '../../server/store/testing/postgres-cluster.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { median, type Figure } from '../figure.ts';
import { barePostgresWriter } from './bare-postgres-writer.ts';
import { bareWriter } from './bare-writer.ts';
import { Line, sends } from './line.ts';
import { startRelay, temporaryFolder } from './program.ts';
import { fillTables } from './seats.ts';

const SENDERS = 200;
/** Four people each: a delivery costs as well, and this line is about sending. */
const CHANNELS = 50;
const EACH = 100;
/** Of each sender. */
const UNDER_WAY = [1, 4];
/**
 * Of the floors: ten, past which most of a commit's cost is spread; and as many as the relay's group
 * can be with one message of each sender on the way, which only a writer without any receivers fills.
 */
const GROUPS = [10, SENDERS];
const ROUNDS = 3;
const TEXT = 'x'.repeat(120);

/**
 * Messages a second that are acknowledged as durable, 200 senders at once in 50 channels, with one
 * and with four on the way each.
 * Floors: the same rows written by bare better-sqlite3, `FULL`, in groups of 10 and of 200.
 */
export async function sendFigure(): Promise<Figure[]> {
  const values = await sentTo(temporaryFolder('send'));
  const write = bareWriter(temporaryFolder('send-floor'));
  const floors = await written((texts) => Promise.resolve(write(texts)));
  return figures('send.durable_per_s', values, floors);
}

/**
 * The same on a throw-away PostgreSQL. Floors: the same rows written there by bare `pg`, in groups
 * of 10 and of 200, a statement of many rows for each table.
 */
export async function sendPostgresFigure(): Promise<Figure[]> {
  const cluster = await startCluster({ fsync: true });
  try {
    const values = await sentTo(await cluster.database());
    const bare = await barePostgresWriter(await cluster.database());
    const floors = await written(bare.write);
    await bare.close();
    return figures('send_pg.durable_per_s', values, floors);
  } finally {
    await cluster.stop();
  }
}

const figures = (name: string, values: readonly number[], floors: readonly number[]): Figure[] =>
  values.flatMap((value, i) =>
    floors.map((floor, n) => ({
      ...{ name, value, unit: '1/s', floor },
      at: `${UNDER_WAY[i]} on the way, floor in groups of ${GROUPS[n]}`,
    })),
  );

/** Sends to a relay on a data folder or a `postgres://` URL: for each of UNDER_WAY the median. */
async function sentTo(where: string): Promise<number[]> {
  const { channelIds, tokens } = await fillTables(where, SENDERS, CHANNELS);
  const { relay, url } = await startRelay(where);
  const lines = await Promise.all(tokens.map((token) => Line.open(url, token)));
  const newId = uuid7Generator(Date.now);
  const acked = lines.map((line) => {
    const state = { free: (_: number): void => undefined };
    line.onText((text) => {
      if (text.startsWith('{"t":"acks"')) state.free(text.split('"op":').length - 1);
    });
    return state;
  });
  const round = async (underWay: number): Promise<number> => {
    const began = performance.now();
    await Promise.all(
      lines.map((line, i) => {
        const send = (count: number): void =>
          line.send(sends(channelIds[i % CHANNELS]!, Array.from({ length: count }, newId), TEXT));
        let sent = underWay;
        let done = 0;
        return new Promise<void>((resolve) => {
          acked[i]!.free = (count) => {
            done += count;
            if (done === EACH) return resolve();
            const next = Math.min(count, EACH - sent);
            sent += next;
            if (next > 0) send(next);
          };
          send(underWay);
        });
      }),
    );
    return (SENDERS * EACH) / ((performance.now() - began) / 1_000);
  };
  const values: number[] = [];
  for (const underWay of UNDER_WAY) {
    const rounds: number[] = [];
    for (let i = 0; i < ROUNDS; i++) rounds.push(await round(underWay));
    values.push(median(rounds));
  }
  for (const line of lines) line.close();
  await relay.stop();
  return values;
}

/** For each of GROUPS the median. */
async function written(write: (texts: readonly string[]) => Promise<void>): Promise<number[]> {
  const values: number[] = [];
  for (const group of GROUPS) {
    const texts = Array.from({ length: group }, () => TEXT);
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const began = performance.now();
      for (let i = 0; i < (SENDERS * EACH) / group; i++) await write(texts);
      rounds.push((SENDERS * EACH) / ((performance.now() - began) / 1_000));
    }
    values.push(median(rounds));
  }
  return values;
}
