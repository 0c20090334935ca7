import { startCluster } from '../../server/store/testing/postgres-cluster.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { median, type Figure } from '../figure.ts';
import { barePostgresWriter } from './bare-postgres-writer.ts';
import { bareWriter } from './bare-writer.ts';
import { groupsOf, meanGroup } from './group-sizes.ts';
import { Line, sends } from './line.ts';
import { startRelay, temporaryFolder } from './program.ts';
import { fillTables } from './seats.ts';

const SENDERS = 200;
/** Four people each: a delivery costs as well, and this line is about sending. */
const CHANNELS = 50;
const EACH = 100;
/** Of each sender. Its own work shares the cores with the relay's, and is less where it sends many. */
const UNDER_WAY = [1, 4, 16];
/** Of the second floor: past ten, a commit's cost is spread far enough where there is one channel. */
const SMALL_GROUP = 10;
/**
 * Rounds that are not told: a relay that runs for months has compiled what it runs, and in the first
 * three seconds V8's own threads take up to half a core for that.
 */
const WARM = 2;
/** Few enough to be over before a busy relay turns to its search index as well (ten seconds). */
const ROUNDS = 3;
const TEXT = 'x'.repeat(120);

interface Sent {
  readonly rate: number;
  /** Commands of one of the relay's transactions, in the mean. */
  readonly group: number;
}

/**
 * Messages a second that are acknowledged as durable, 200 senders at once in 50 channels, with
 * one, four and sixteen on the way each: the last is what comes back from a time offline.
 * Floors: the same rows in as many channels written by bare better-sqlite3, `FULL`, in groups as
 * large as the relay's own were, and in groups of 10.
 */
export async function sendFigure(): Promise<Figure[]> {
  const sent = await sentTo(() => Promise.resolve(temporaryFolder('send')));
  const write = bareWriter(temporaryFolder('send-floor'), CHANNELS);
  return figures('send.durable_per_s', sent, (texts) => Promise.resolve(write(texts)));
}

/**
 * The same on a throw-away PostgreSQL. Floors: the same rows written there by bare `pg`, a
 * statement of many rows for each table.
 */
export async function sendPostgresFigure(): Promise<Figure[]> {
  const cluster = await startCluster({ fsync: true });
  try {
    const sent = await sentTo(() => cluster.database());
    const bare = await barePostgresWriter(await cluster.database(), CHANNELS);
    const found = await figures('send_pg.durable_per_s', sent, bare.write);
    await bare.close();
    return found;
  } finally {
    await cluster.stop();
  }
}

type Write = (texts: readonly string[]) => Promise<void>;

async function figures(name: string, sent: readonly Sent[], write: Write): Promise<Figure[]> {
  const lines: Figure[] = [];
  const small = await written(write, SMALL_GROUP);
  for (const [i, { rate, group }] of sent.entries()) {
    for (const size of [Math.round(group), SMALL_GROUP]) {
      const floor = size === SMALL_GROUP ? small : await written(write, size);
      const at = `${UNDER_WAY[i]} on the way, floor in groups of ${size}`;
      lines.push({ name, value: rate, unit: '1/s', floor, at });
    }
  }
  return lines;
}

/** For each of UNDER_WAY, to a new relay on a data folder or a `postgres://` URL. */
async function sentTo(newPlace: () => Promise<string>): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (const underWay of UNDER_WAY) sent.push(await sentUnderWay(await newPlace(), underWay));
  return sent;
}

async function sentUnderWay(where: string, underWay: number): Promise<Sent> {
  const { channelIds, tokens } = await fillTables(where, SENDERS, CHANNELS);
  const { relay, url } = await startRelay(where);
  const lines = await Promise.all(tokens.map((token) => Line.open(url, token)));
  const newId = uuid7Generator(Date.now);
  const acked = lines.map((line) => {
    const state = { free: (_: number): void => undefined };
    line.onAcks((count) => state.free(count));
    return state;
  });
  const round = async (): Promise<number> => {
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
  for (let i = 0; i < WARM; i++) await round();
  const before = await groupsOf(url);
  const rounds: number[] = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await round());
  const group = meanGroup(before, await groupsOf(url));
  for (const line of lines) line.close();
  await relay.stop();
  return { rate: median(rounds), group };
}

/** Messages a second in groups of that size: the rounds' median. */
async function written(write: Write, group: number): Promise<number> {
  const texts = Array.from({ length: group }, () => TEXT);
  const transactions = Math.ceil((SENDERS * EACH) / group);
  const rounds: number[] = [];
  for (let round = 0; round < WARM + ROUNDS; round++) {
    const began = performance.now();
    for (let i = 0; i < transactions; i++) await write(texts);
    rounds.push((transactions * group) / ((performance.now() - began) / 1_000));
  }
  return median(rounds.slice(WARM));
}
