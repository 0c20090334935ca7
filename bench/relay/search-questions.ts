import type { UserId } from '../../shared/domain/ids.ts';
import { SeededRandom } from '../../shared/testing/random.ts';
import { quantile, type Figure } from '../figure.ts';
import type { FilledRelay } from './filled-relay.ts';
import { Line } from './line.ts';

/** Questions of each kind. */
const QUESTIONS = 200;
export const HITS = 30;

export interface Question {
  readonly text: string;
  /** A word that is still being typed. */
  readonly open: boolean;
  readonly authors: readonly string[] | null;
  readonly channels: readonly string[] | null;
  /** What the floor looks up for it. */
  readonly token: string;
}

/** Words, parts of words, and words of one author or channel. */
export function questionsOf({ vocabulary, authors, mine }: FilledRelay): Map<string, Question[]> {
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

/**
 * Asks a relay over the wire: the p95 of all questions, and of each kind, beside that of its floor.
 */
export async function askedFigures(
  { url, token }: { url: string; token: string },
  kinds: ReadonlyMap<string, Question[]>,
  floors: ReadonlyMap<string, number[]>,
  name: string,
): Promise<Figure[]> {
  const line = await Line.open(url, token);
  const times = new Map<string, number[]>();
  for (const [kind, questions] of kinds) {
    const taken: number[] = [];
    for (const question of questions) taken.push(await ask(line, question));
    times.set(kind, taken);
  }
  line.close();
  const figure = (at: string, taken: readonly number[], floor: readonly number[]): Figure => ({
    ...{ name, value: quantile(taken, 0.95), unit: 'ms', floor: quantile(floor, 0.95), at },
  });
  return [
    figure('all', [...times.values()].flat(), [...floors.values()].flat()),
    ...[...times].map(([kind, taken]) => figure(kind, taken, floors.get(kind)!)),
  ];
}

/** Whom an access token is for. */
export function userOf(token: string): UserId {
  const payload = Buffer.from(token.split('.')[1]!, 'base64url').toString();
  return (JSON.parse(payload) as { sub: string }).sub as UserId;
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
