import Database from 'better-sqlite3';
import { indexFileOf, SearchThread } from '../../server/store/sqlite/search/thread.ts';
import { timed } from '../core/timing.ts';
import type { Figure } from '../figure.ts';
import { fillRelay } from './filled-relay.ts';
import { startRelay, temporaryFolder } from './program.ts';
import { askedFigures, HITS, questionsOf, userOf, type Question } from './search-questions.ts';
import { fillSeats } from './seats.ts';

const SIZE = { messages: 1_000_000, channels: 300, mine: 60 };

/**
 * A question from the frame to its hits, over the wire of a relay that does nothing else, with
 * permissions: the asker is in a fifth of the channels. Floor: a bare query of the same index for
 * the newest hits of one token of the question, in any channel. Also how fast the index is made.
 */
export async function relaySearchFigures(): Promise<Figure[]> {
  const folder = temporaryFolder('relay-search');
  const { tokens } = await fillSeats(folder, 1);
  const token = tokens[0]!;
  const filled = fillRelay(folder, userOf(token), SIZE);
  const index = new SearchThread(filled.file);
  const began = performance.now();
  while (await index.index());
  const indexing = SIZE.messages / ((performance.now() - began) / 1_000);
  await index.close();

  const kinds = questionsOf(filled);
  const floors = new Map([...kinds].map(([kind, asked]) => [kind, bare(filled.file, asked)]));
  const { relay, url } = await startRelay(folder);
  const figures = await askedFigures({ url, token }, kinds, floors, 'relay_search.p95_ms');
  await relay.stop();
  return [
    ...figures,
    { name: 'relay_search.indexed_per_s', value: indexing, unit: '1/s', floor: null },
  ];
}

/** ms for each. */
function bare(file: string, questions: readonly Question[]): number[] {
  const db = new Database(indexFileOf(file), { readonly: true });
  db.prepare('ATTACH ? AS relay').run(file);
  const newest = db.prepare<[string, number]>(
    `SELECT r.json FROM terms AS f CROSS JOIN docs AS d ON d.rowid = f.rowid
     CROSS JOIN relay.rows AS r ON r.scope_id = d.scope_id AND r.kind = 'message' AND r.id = d.id
     WHERE f.terms MATCH ? ORDER BY f.rowid DESC LIMIT ?`,
  );
  const times = questions.map(({ token }) => timed(() => newest.all(`"${token}"`, HITS)));
  db.close();
  return times;
}
