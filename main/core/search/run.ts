import type { Message } from '../../../shared/domain/kinds/message.ts';
import {
  ftsExpression,
  hasTerms,
  matches,
  rangesOf,
  tokensOf,
} from '../../../shared/search/match.ts';
import type { Db } from '../cache/open.ts';
import type { FtsIndex } from './index.ts';
import type { Query } from './query.ts';
import { rowidAt } from '../../../shared/search/rowid.ts';
import type { Beside } from '../../../shared/search/standing.ts';
import type { Mode } from '../../../shared/search/terms.ts';

export interface SearchPorts {
  /** The number that the cache knows a channel by; undefined: nothing of it is here. */
  scopeId(channelId: string): number | undefined;
  channelId(scopeId: number): string | undefined;
  /** Messages as pending commands leave them: new, edited or deleted ones (S8). */
  overlay(): Iterable<{ channelId: string; row: Message }>;
  /** Ids of the messages that are pinned in some channel. */
  pinned(): ReadonlySet<string>;
  /** Ids of the messages that have become tasks. */
  tasks(): ReadonlySet<string>;
  /** Ids of the messages that the person keeps for later. */
  saved(): ReadonlySet<string>;
  /** Ids of the messages that have files. */
  withFiles(): ReadonlySet<string>;
  /** Ids of the messages that are polls. */
  polls(): ReadonlySet<string>;
  /** What other rows say of a message: this decides, those ids only lead to some. */
  readonly beside: Beside;
}

export interface Hit {
  readonly message: Message;
  readonly channelId: string;
  /** Places of `message.text` that match, [start, end) in UTF-16 units, ascending. */
  readonly ranges: [number, number][];
}

export interface Page {
  readonly hits: Hit[];
  /** Ask with it for what follows; null at the end. */
  readonly next: string | null;
}

interface Candidate {
  readonly rowid: number;
  readonly message: Message;
  readonly channelId: string;
}
interface Stored {
  rowid: number;
  scopeId: number;
  json: string;
}

/** Rows that one page reads at most; with fewer hits than asked for, `next` goes on behind them. */
const MOST_READ = 2_000;
const END = Number.MAX_SAFE_INTEGER;

/** Search over the cache: newest first, a page at a time, in a bounded time. */
export class MessageSearch {
  readonly #index: FtsIndex;
  readonly #ports: SearchPorts;
  readonly #statements;

  constructor(db: Db, index: FtsIndex, ports: SearchPorts) {
    this.#index = index;
    this.#ports = ports;
    const fields = 'm.place AS rowid, m.scope_id AS scopeId, m.json';
    this.#statements = {
      // Only integers let FTS5 begin where they say, and a bound number is none.
      matching: db.prepare<[string, bigint, bigint], Stored>(
        `SELECT ${fields} FROM terms AS f CROSS JOIN messages AS m ON m.place = f.rowid
         WHERE f.terms MATCH ? AND f.rowid < ? AND f.rowid >= ? ORDER BY f.rowid DESC`,
      ),
      all: db.prepare<[number, number], Stored>(
        `SELECT ${fields} FROM messages AS m WHERE m.place < ? AND m.place >= ?
         ORDER BY m.place DESC`,
      ),
      one: db.prepare<[number], Stored>(`SELECT ${fields} FROM messages AS m WHERE m.place = ?`),
      byId: db.prepare<[string], Stored>(`SELECT ${fields} FROM messages AS m WHERE m.id = ?`),
    };
  }

  /**
   * Whole words first, the last one by its beginning. Where these fill no page, the words are
   * looked for anywhere inside words, which finds the former too.
   *
   * @param after `next` of the page before
   */
  run(query: Query, limit: number, after: string | null): Page {
    const [mode, below] = readCursor(after);
    const page = this.#page(query, mode, limit, below);
    const enough = after !== null || page.next !== null;
    if (enough || !query.terms.some((term) => term.partial && !term.negated)) return page;
    const parts = this.#page(query, 'parts', limit, below);
    // Cut short before it found as much: the whole words are all here.
    return parts.next !== null && parts.hits.length < limit ? page : parts;
  }

  #page(query: Query, mode: Mode, limit: number, below: number): Page {
    const hits: Hit[] = [];
    let read = 0;
    let last = below;
    for (const { rowid, message, channelId } of this.#candidates(query, mode, below)) {
      if (read++ === MOST_READ) return { hits, next: `${mode}${last}` };
      if (matches(query, mode, message, channelId, this.#ports.beside)) {
        if (hits.length === limit) return { hits, next: `${mode}${last}` };
        hits.push({ message, channelId, ranges: rangesOf(query, mode, message.text) });
      }
      // Behind a full page the cursor stays at its last hit.
      if (hits.length < limit || hits.at(-1)?.message === message) last = rowid;
    }
    return { hits, next: null };
  }

  /** From the index, newest first, with those merged in that the index does not know. */
  *#candidates(query: Query, mode: Mode, below: number): Generator<Candidate> {
    const from = Math.max(-END, Math.floor(rowidAt(query.span.from)));
    const to = Math.min(
      below,
      query.span.to === Number.POSITIVE_INFINITY ? END : rowidAt(query.span.to),
    );
    const overlaid = new Set<string>();
    const beside: Candidate[] = [];
    for (const { channelId, row } of this.#ports.overlay()) {
      // Between two places, each at one of its own.
      const rowid = rowidAt(row.createdAt) + 0.5 + overlaid.size / 100_000;
      overlaid.add(row.id);
      if (rowid >= from && rowid < to) beside.push({ rowid, message: row, channelId });
    }
    const among = this.#among(query);
    const indexed =
      among === null
        ? this.#indexed(query, mode, Math.ceil(to), from)
        : { rows: this.#named(among, from, to), whole: true };
    for (const [rowid, { folded }] of indexed.whole ? [] : this.#index.waiting) {
      if (rowid < from || rowid >= to || !hasTerms(query, mode, folded)) continue;
      const found = this.#candidate(this.#statements.one.get(rowid));
      if (found !== undefined && !overlaid.has(found.message.id)) beside.push(found);
    }
    beside.sort((a, b) => a.rowid - b.rowid);
    for (const row of indexed.rows) {
      while ((beside.at(-1)?.rowid ?? -END) >= row.rowid) yield beside.pop()!;
      const found = this.#candidate(row);
      if (found !== undefined && !overlaid.has(found.message.id)) yield found;
    }
    while (beside.length > 0) yield beside.pop()!;
  }

  /** `whole`: no index knows the answer, so these are all the messages there are. */
  #indexed(
    query: Query,
    mode: Mode,
    to: number,
    from: number,
  ): { rows: Iterable<Stored>; whole: boolean } {
    const tokens = tokensOf(query, mode, this.#ports.scopeId.bind(this.#ports));
    if (tokens === null) return { rows: [], whole: true };
    const expression = ftsExpression(tokens);
    if (expression === '') return { rows: this.#statements.all.iterate(to, from), whole: true };
    return {
      rows: this.#statements.matching.iterate(expression, BigInt(to), BigInt(from)),
      whole: false,
    };
  }

  /** Nothing else need be looked at, beside what is pending; null: anything may fit. */
  #among({ pinned, saved, task, file, poll }: Query): readonly string[] | null {
    const ports = this.#ports;
    // What must bear a mark is little enough to be read by its ids.
    const sets: ReadonlySet<string>[] = [];
    if (pinned === true) sets.push(ports.pinned());
    if (saved === true) sets.push(ports.saved());
    if (task === true) sets.push(ports.tasks());
    if (poll === true && sets.length === 0) sets.push(ports.polls());
    if (file === true && sets.length === 0) sets.push(ports.withFiles());
    const [first, ...more] = sets;
    if (first === undefined) return null;
    return [...first].filter((id) => more.every((ids) => ids.has(id)));
  }

  #named(ids: readonly string[], from: number, to: number): Stored[] {
    return ids
      .flatMap((id) => this.#statements.byId.get(id) ?? [])
      .filter(({ rowid }) => rowid >= from && rowid < to)
      .sort((a, b) => b.rowid - a.rowid);
  }

  #candidate(row: Stored | undefined): Candidate | undefined {
    const channelId = row === undefined ? undefined : this.#ports.channelId(row.scopeId);
    if (row === undefined || channelId === undefined) return undefined;
    return { rowid: row.rowid, message: JSON.parse(row.json) as Message, channelId };
  }
}

function readCursor(after: string | null): [Mode, number] {
  const [, mode, rowid] = /^(words|parts)(-?\d{1,16}(?:\.\d{1,8})?)$/.exec(after ?? '') ?? [];
  return mode === undefined ? ['words', END] : [mode as Mode, Number(rowid)];
}
