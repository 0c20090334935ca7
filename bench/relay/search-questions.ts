import type { UserId } from '../../shared/domain/ids.ts';
import { facts } from '../../shared/search/tokens.ts';
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
  /** Other fields of the frame. */
  readonly more?: Readonly<Record<string, unknown>>;
  /** What the floor looks up for it. */
  readonly token: string;
}

/** What stands in a message, was done with it since, or is so to its reader. */
const standings = (reader: string) => [
  { more: { file: true }, fact: facts.file },
  { more: { poll: true }, fact: facts.poll },
  { more: { pinned: true }, fact: facts.pinned },
  { more: { task: true }, fact: facts.task },
  { more: { thread: true }, fact: facts.thread },
  { more: { saidTo: [reader] }, fact: facts.to(reader) },
  { more: { notSaidTo: [reader], thread: false }, fact: null },
  { more: { pinned: false, task: false }, fact: null },
  { more: { saved: true }, fact: null },
  { more: { saved: false }, fact: null },
  { more: { unread: true }, fact: null },
  { more: { unread: false }, fact: null },
];

/** Words, parts of words, words of one author or channel, and of one standing or no word at all. */
export function questionsOf(filled: FilledRelay): Map<string, Question[]> {
  const { vocabulary, authors, mine, reader } = filled;
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
    [
      'has, is and to',
      many((i) => {
        const all = standings(reader);
        const { more, fact } = all[i % all.length]!;
        const form = Math.floor(i / all.length) % 3;
        const said = word(i);
        const token = fact ?? `\u00b6${said}`;
        // Alone, with a word, and in a channel.
        const text = form === 1 ? said : '';
        const channels = form === 2 ? [random.pick(mine)] : null;
        return { authors: null, channels, text, open: false, token, more };
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
async function ask(line: Line, question: Question): Promise<number> {
  const { text, open, authors, channels, more } = question;
  const terms = text === '' ? [] : [{ text, negated: false, open, quoted: false }];
  const id = ++last;
  const began = performance.now();
  const answered = line.next();
  line.send({
    ...{ t: 'search', id, terms },
    ...{ authors, notAuthors: [], channels, notChannels: [], from: null, to: null, link: null },
    ...{ after: null, limit: HITS, ...more },
  });
  const answer = await answered;
  const ms = performance.now() - began;
  if (!answer.startsWith(`{"t":"hits","id":${id},`)) throw new Error(`no hits: ${answer}`);
  return ms;
}
