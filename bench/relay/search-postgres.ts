import pg from 'pg';
import { copyStore } from '../../server/store/copy.ts';
import { openTransfer, placeOf } from '../../server/store/open.ts';
import { startCluster } from '../../server/store/testing/postgres-cluster.ts';
import type { Figure } from '../figure.ts';
import { fillRelay } from './filled-relay.ts';
import { startRelay, temporaryFolder } from './program.ts';
import { askedFigures, HITS, questionsOf, userOf, type Question } from './search-questions.ts';
import { fillSeats } from './seats.ts';

/** As many messages in each channel. */
const SIZE = { messages: 700 * 300, channels: 300, mine: 60 };
/** How often the index is looked at while it is made, ms. */
const LOOK_MS = 200;
/** It is made at thousands of messages a second, or not at all, ms. */
const MADE_MS = 15 * 60_000;

/**
 * The same questions to a relay on a throw-away PostgreSQL. Floor: a bare query by `pg` of the same
 * index for the newest hits of one token, in any channel. Also how fast the relay makes the index.
 */
export async function relaySearchPostgresFigures(): Promise<Figure[]> {
  const folder = temporaryFolder('relay-search');
  const { tokens } = await fillSeats(folder, 1);
  const token = tokens[0]!;
  const filled = fillRelay(folder, userOf(token), SIZE);
  const cluster = await startCluster({ fsync: true });
  try {
    const database = await cluster.database();
    await copyTo(folder, database);
    const client = new pg.Client({ connectionString: database });
    await client.connect();
    const { relay, url } = await startRelay(database);
    const indexing = SIZE.messages / ((await indexed(client)) / 1_000);
    await client.query('ANALYZE balai.search, balai.rows');
    const kinds = questionsOf(filled);
    const floors = new Map<string, number[]>();
    for (const [kind, questions] of kinds) floors.set(kind, await bare(client, questions));
    const name = 'relay_search_pg.p95_ms';
    const figures = await askedFigures({ url, token }, kinds, floors, name);
    await relay.stop();
    await client.end();
    return [
      ...figures,
      { name: 'relay_search_pg.indexed_per_s', value: indexing, unit: '1/s', floor: null },
    ];
  } finally {
    await cluster.stop();
  }
}

async function copyTo(folder: string, database: string): Promise<void> {
  const from = await openTransfer(placeOf(folder), 'exist');
  const to = await openTransfer(placeOf(database), 'begin');
  await copyStore(from, to);
  await from.close();
  await to.close();
}

/** ms until the index has every message. */
async function indexed(client: pg.Client): Promise<number> {
  const began = performance.now();
  for (;;) {
    const { rows } = await client.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM balai.search',
    );
    const ms = performance.now() - began;
    if (rows[0]!.n >= SIZE.messages) return ms;
    if (ms > MADE_MS) throw new Error(`the index has ${rows[0]!.n} messages after ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** ms for each. */
async function bare(client: pg.Client, questions: readonly Question[]): Promise<number[]> {
  const times: number[] = [];
  for (const { token } of questions) {
    const began = performance.now();
    await client.query(
      `SELECT rows.json FROM balai.search JOIN balai.rows ON rows.scope_id = search.scope_id
         AND rows.kind = 'message' AND rows.id = search.id
       WHERE tokens @> ARRAY[$1] ORDER BY at DESC LIMIT $2`,
      [token, HITS],
    );
    times.push(performance.now() - began);
  }
  return times;
}
