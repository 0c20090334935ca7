import type Database from 'better-sqlite3';
import { SeededRandom } from '../../shared/testing/random.ts';
import type { Workspace } from '../../main/core/workspace.ts';
import { quantile, type Figure } from '../figure.ts';
import { timed } from './timing.ts';

/** As many hits as the search panel asks for. */
const HITS = 30;
const WORDS = 400;

/**
 * Search as the renderer shows it: hits with text, marks, author and channel, newest first. Words
 * are taken evenly by rank, so that rare ones, which take longest, are the most. Floor: the bare
 * query for the newest rows that have one token in the same index.
 */
export function searchFigures(
  workspace: Workspace,
  db: Database.Database,
  vocabulary: readonly string[],
  at: string,
): Figure[] {
  const random = new SeededRandom(11);
  const bare = db.prepare<[string, number]>(
    `SELECT m.json FROM terms AS f CROSS JOIN messages AS m ON m.place = f.rowid
     WHERE f.terms MATCH ? ORDER BY f.rowid DESC LIMIT ?`,
  );
  const ask = (query: string): number =>
    timed(() => workspace.search.run({ query, channelId: null, after: null, limit: HITS }));
  const bareAsk = (token: string): number => timed(() => bare.all(`"${token}"`, HITS));
  // Half of them from the few hundred that people use all day.
  const words = Array.from({ length: WORDS }, (_, i) =>
    random.pick(i % 2 === 0 ? vocabulary.slice(0, 500) : vocabulary),
  );
  const long = words.map((word) => (word.length > 5 ? word : random.pick(vocabulary.slice(9_000))));
  const runs = {
    // A word, finished; and one that is being typed, of two letters and more.
    word: words.flatMap((word, i) => [`${word} `, word.slice(0, 2 + (i % 4))]),
    part: long.map((word, i) => word.slice(1, 4 + (i % 3))),
  };
  const times = { word: runs.word.map(ask), part: runs.part.map(ask) };
  const floors = {
    word: words.map((word) => bareAsk(`\u00b6${word}`)),
    part: long.map((word) => bareAsk(word.slice(1, 4))),
  };
  return (['word', 'part'] as const).map((kind) => ({
    name: `search.${kind}_p95_ms`,
    value: quantile(times[kind], 0.95),
    unit: 'ms',
    floor: quantile(floors[kind], 0.95),
    at,
  }));
}
