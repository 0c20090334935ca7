import Database from 'better-sqlite3';
import { indexFileOf, SearchThread } from '../../server/store/sqlite/search/thread.ts';
import type { UserId } from '../../shared/domain/ids.ts';
import { SeededRandom } from '../../shared/testing/random.ts';
import { timed } from '../core/timing.ts';
import { quantile, type Figure } from '../figure.ts';
import { fillRelay, type FilledRelay } from './filled-relay.ts';
import { Line } from './line.ts';
import { startRelay, temporaryFolder } from './program.ts';
import { fillSeats } from './seats.ts';

const SIZE = { messages: 1_000_000, channels: 300, mine: 60 };
/** Questions of each kind. */
const QUESTIONS = 200;
const HITS = 30;

interface Question {
  readonly text: string;
  /** A word that is still being typed. */
  readonly open: boolean;
  readonly authors: readonly string[] | null;
  readonly channels: readonly string[] | null;
  /** What the floor looks up for it. */
  readonly token: string;
}

/**
 * A question from the frame to its hits, over the wire of a relay that does nothing else, with
 * permissions: the asker is in a fifth of the channels. Floor: a bare query of the same index for
 * the newest hits of one token of the question, in any channel. Also how fast the index is made.
 */
export async function relaySearchFigures(): Promise<Figure[]> {
  const folder = temporaryFolder('relay-search');
  const { tokens } = await fillSeats(folder, 1);
  const filled = fillRelay(folder, userOf(tokens[0]!), SIZE);
  const index = new SearchThread(filled.file);
  const began = performance.now();
  while (await index.index());
  const indexing = SIZE.messages / ((performance.now() - began) / 1_000);
  await index.close();

  const kinds = questionsOf(filled);
  const floors = new Map([...kinds].map(([kind, asked]) => [kind, bare(filled.file, asked)]));
  const { relay, url } = await startRelay(folder);
  const line = await Line.open(url, tokens[0]!);
  const figures: Figure[] = [];
  const all: number[] = [];
  for (const [kind, asked] of kinds) {
    const times: number[] = [];
    for (const question of asked) times.push(await ask(line, question));
    all.push(...times);
    figures.push(figure(times, floors.get(kind)!, kind));
  }
  line.close();
  await relay.stop();
  return [
    figure(all, [...floors.values()].flat(), 'all'),
    ...figures,
    { name: 'relay_search.indexed_per_s', value: indexing, unit: '1/s', floor: null },
  ];
}

const figure = (times: readonly number[], floors: readonly number[], at: string): Figure => ({
  name: 'relay_search.p95_ms',
  value: quantile(times, 0.95),
  ...{ unit: 'ms', floor: quantile(floors, 0.95), at },
});

/** Whom an access token is for. */
function userOf(token: string): UserId {
  const payload = Buffer.from(token.split('.')[1]!, 'base64url').toString();
  return (JSON.parse(payload) as { sub: string }).sub as UserId;
}

function questionsOf({ vocabulary, authors, mine }: FilledRelay): Map<string, Question[]> {
  const random = new SeededRandom(7);
  const many = (make: (i: number) => Question): Question[] =>
    Array.from({ length: QUESTIONS }, (_, i) => make(i));
  // Half of them from the few hundred that people use all day.
  const word = (i: number): string =>
    random.pick(i % 2 === 0 ? vocabulary.slice(0, 500) : vocabulary);
  const anywhere = { authors: null, channels: null };
  return new Map([
    [
      'word',
      many((i) => {
        const text = word(i);
        return { ...anywhere, text, open: false, token: `\u00b6${text}` };
      }),
    ],
    [
      'part',
      many((i) => {
        const long = word(i).length > 5 ? word(i) : random.pick(vocabulary.slice(9_000));
        const text = long.slice(1, 4 + (i % 3)).padEnd(3, 'a');
        return { ...anywhere, text, open: true, token: text.slice(0, 3) };
      }),
    ],
    [
      'from and in',
      many((i) => {
        const text = word(i);
        const [author, channel] = [random.pick(authors), random.pick(mine)];
        const where = i % 3 === 0 ? { authors: [author] } : { channels: [channel] };
        return { ...anywhere, ...where, text, open: false, token: `\u00b6${text}` };
      }),
    ],
  ]);
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

let last = 0;

/** ms from the frame to its answer. */
async function ask(line: Line, { text, open, authors, channels }: Question): Promise<number> {
  const id = ++last;
  const began = performance.now();
  const answered = line.next();
  line.send({
    ...{ t: 'search', id, terms: [{ text, negated: false, open, quoted: false }] },
    ...{ authors, notAuthors: [], channels, notChannels: [], from: null, to: null, link: null },
    ...{ after: null, limit: HITS },
  });
  const answer = await answered;
  const ms = performance.now() - began;
  if (!answer.startsWith(`{"t":"hits","id":${id},`)) throw new Error(`no hits: ${answer}`);
  return ms;
}
