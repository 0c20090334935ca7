import type { SearchResult } from '../../../shared/rpc/search-views.ts';
import { makeTerm, type Term } from '../../../shared/search/terms.ts';
import type { Wanted } from '../../../shared/search/wanted.ts';
import { dateWords, parseDate } from './dates.ts';

export type SearchProblem = SearchResult['problems'][number];

/** What names in a query mean. Each gives ids, the best first; none: nobody is called so. */
export interface Names {
  person(name: string): readonly string[];
  /** `#name`, `@person` (the conversation with them), or either without its sign. */
  channel(name: string): readonly string[];
}

export interface Query extends Wanted {
  readonly problems: readonly SearchProblem[];
}

type Filter = 'from' | 'to' | 'in' | 'before' | 'after' | 'on' | 'has' | 'is';

/** Filters in English and Indonesian. */
const filters: Readonly<Record<string, Filter>> = {
  from: 'from',
  dari: 'from',
  to: 'to',
  kepada: 'to',
  in: 'in',
  di: 'in',
  before: 'before',
  sebelum: 'before',
  after: 'after',
  sesudah: 'after',
  setelah: 'after',
  on: 'on',
  pada: 'on',
  has: 'has',
  ada: 'has',
  is: 'is',
  yang: 'is',
};
const LINKS = new Set(['link', 'links', 'url', 'tautan']);
const SAVED = new Set(['saved', 'disimpan']);
const UNREAD = new Set(['unread', 'baru']);
const THREADS = new Set(['thread', 'threads', 'utas']);
const FILES = new Set(['file', 'files', 'attachment', 'berkas', 'lampiran']);
const PINS = new Set(['pin', 'pins', 'sematan']);
const TASKS = new Set(['task', 'tasks', 'tugas']);
const POLLS = new Set(['poll', 'polls', 'polling', 'jajak']);

/** A minus, a key with a colon, quoted words or plain ones; each only where it stands. */
const PIECE = /(-)?(?:(\p{L}+):(?=\S))?(?:["“”]([^"“”]*)(["“”])?|(\S+))/gu;
const SIGN = /\p{Extended_Pictographic}|[^\p{ASCII}\p{P}\s]/u;
const MOST_TERMS = 20;

interface Piece {
  readonly whole: string;
  readonly negated: boolean;
  readonly key: string | undefined;
  readonly value: string;
  readonly quoted: boolean;
  /** Nothing stands after it, so it may still be being typed. */
  readonly open: boolean;
}

function piecesOf(text: string): Piece[] {
  // `from: ayu` means what `from:ayu` does.
  const joined = text.replace(/(^|\s)(-?\p{L}+):\s+(?=\S)/gu, (all, before: string, key: string) =>
    Object.hasOwn(filters, key.replace('-', '').toLowerCase()) ? `${before}${key}:` : all,
  );
  return [...joined.matchAll(PIECE)].map((match) => {
    const [whole, minus, key, inQuotes, closed, plain] = match;
    const value = inQuotes ?? plain ?? '';
    const end = match.index + whole.length === joined.length;
    return {
      whole,
      negated: minus !== undefined,
      key: key?.toLowerCase(),
      value,
      quoted: inQuotes !== undefined,
      open: end && closed === undefined,
    };
  });
}

/**
 * Reads a query. Nothing in it is an error: what is not understood is told in `problems`, and an
 * unknown filter is searched as the text that it is.
 *
 * @param now ms; what "yesterday" counts from
 */
export function parseQuery(text: string, names: Names, now: number): Query {
  const terms: Term[] = [];
  const problems: SearchProblem[] = [];
  const ids: Record<'from' | 'to' | 'in', string[] | null> = { from: null, to: null, in: null };
  const not: Record<'from' | 'to' | 'in', string[]> = { from: [], to: [], in: [] };
  let from = Number.NEGATIVE_INFINITY;
  let to = Number.POSITIVE_INFINITY;
  let link: boolean | null = null;
  let pinned: boolean | null = null;
  let saved: boolean | null = null;
  let file: boolean | null = null;
  let unread: boolean | null = null;
  let thread: boolean | null = null;
  let poll: boolean | null = null;
  let task: boolean | null = null;

  const named = (filter: 'from' | 'to' | 'in', piece: Piece): void => {
    const found = filter === 'in' ? names.channel(piece.value) : names.person(piece.value);
    if (found.length === 0) {
      const code = filter === 'in' ? 'unknown_channel' : 'unknown_person';
      problems.push({ word: piece.value, code });
    }
    if (piece.negated) not[filter].push(...found);
    else ids[filter] = [...(ids[filter] ?? []), ...found];
  };
  const dated = (filter: 'before' | 'after' | 'on', value: string): void => {
    const span = parseDate(value, now);
    if (span === undefined) return void problems.push({ word: value, code: 'bad_date' });
    if (filter !== 'before') from = Math.max(from, filter === 'on' ? span.from : span.to);
    if (filter !== 'after') to = Math.min(to, filter === 'on' ? span.to : span.from);
  };
  const word = ({ value, negated, open, quoted }: Piece): void => {
    const term = makeTerm(value, { negated, open: open && !negated, quoted });
    // A dash between two words, and the like, says nothing; an emoji does.
    if (term.words.length === 0 && !SIGN.test(value)) return;
    if (terms.length < MOST_TERMS) terms.push(term);
  };

  const pieces = piecesOf(text);
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    const filter = Object.hasOwn(filters, piece.key ?? '') ? filters[piece.key!] : undefined;
    if (filter === undefined) {
      if (piece.key === undefined) {
        word(piece);
      } else {
        // `https://...` is a word, and so is `10:30`.
        if (!piece.value.startsWith('//'))
          problems.push({ word: piece.whole, code: 'unknown_filter' });
        word({ ...piece, value: `${piece.key}:${piece.value}` });
      }
    } else if (filter === 'from' || filter === 'to' || filter === 'in') {
      named(filter, piece);
    } else if (filter === 'is') {
      const what = piece.value.toLowerCase();
      if (SAVED.has(what)) saved = !piece.negated;
      else if (UNREAD.has(what)) unread = !piece.negated;
      else if (THREADS.has(what)) thread = !piece.negated;
      else problems.push({ word: piece.whole, code: 'unknown_filter' });
    } else if (filter === 'has') {
      const what = piece.value.toLowerCase();
      if (LINKS.has(what)) link = !piece.negated;
      else if (PINS.has(what)) pinned = !piece.negated;
      else if (FILES.has(what)) file = !piece.negated;
      else if (POLLS.has(what)) poll = !piece.negated;
      else if (TASKS.has(what)) task = !piece.negated;
      else problems.push({ word: piece.whole, code: 'unknown_filter' });
    } else {
      const two = `${piece.value} ${pieces[i + 1]?.whole ?? ''}`;
      if (!piece.quoted && dateWords(two)) i++;
      dated(filter, !piece.quoted && dateWords(two) ? two : piece.value);
    }
  }
  return {
    terms,
    authors: ids.from,
    notAuthors: not.from,
    channels: ids.in,
    notChannels: not.in,
    span: { from, to },
    link,
    pinned,
    saved,
    file,
    unread,
    thread,
    to: ids.to,
    notTo: not.to,
    poll,
    task,
    problems,
  };
}
