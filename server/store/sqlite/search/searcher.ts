import type { Message } from '../../../../shared/domain/kinds/message.ts';
import { channelScope } from '../../../../shared/domain/scope.ts';
import type { ChannelId } from '../../../../shared/domain/ids.ts';
import { ftsExpression, matches, tokensOf, type Wanted } from '../../../../shared/search/match.ts';
import { rowidAt } from '../../../../shared/search/rowid.ts';
import type { StoredRow } from '../../port.ts';
import {
  searchPages,
  type FoundPage,
  type SearchCursor,
  type SearchPage,
  type SearchQuestion,
} from '../../search.ts';
import type { Db } from '../database.ts';

/** Index entries that one page looks at, and rows that it reads, at most. */
const MOST_SEEN = 50_000;
const MOST_READ = 2_000;
/** Of so many channels each is asked for; of more, looking at each entry is quicker. */
const FEW = 3;
const END = Number.MAX_SAFE_INTEGER;

type Candidate = [rowid: number, scopeId: number, id: string];

/** Finds messages: the index leads to rows, and what they say now decides. */
export class Searcher {
  readonly #statements;
  /** A scope's number never changes. */
  readonly #scopeIds = new Map<string, number>();

  constructor(rows: Db, index: Db) {
    this.#statements = {
      // Only integers let FTS5 begin where they say, and a bound number is none.
      matching: index
        .prepare<[string, bigint, bigint]>(
          `SELECT d.rowid, d.scope_id, d.id FROM terms AS f CROSS JOIN docs AS d ON d.rowid = f.rowid
           WHERE f.terms MATCH ? AND f.rowid < ? AND f.rowid >= ? ORDER BY f.rowid DESC`,
        )
        .raw(),
      all: index
        .prepare<[number, number]>(
          `SELECT rowid, scope_id, id FROM docs WHERE rowid < ? AND rowid >= ? ORDER BY rowid DESC`,
        )
        .raw(),
      scopeId: rows.prepare<[string]>('SELECT id FROM scopes WHERE name = ?').pluck(),
      row: rows
        .prepare<[number, string]>(
          `SELECT version, json FROM rows
           WHERE scope_id = ? AND kind = 'message' AND id = ? AND deleted = 0`,
        )
        .raw(),
    };
  }

  find(question: SearchQuestion): SearchPage {
    const readable = new Map<number, ChannelId>();
    for (const id of question.readable) {
      const scopeId = this.#scopeId(id);
      if (scopeId !== undefined) readable.set(scopeId, id);
    }
    const pages = searchPages(question);
    let step = pages.next();
    const narrowed = { ...question, wanted: inFew(question.wanted, readable) };
    while (step.done !== true) step = pages.next(this.#page(narrowed, step.value, readable));
    return step.value;
  }

  #page(
    { wanted, limit }: SearchQuestion,
    { mode, below }: SearchCursor,
    readable: ReadonlyMap<number, ChannelId>,
  ): FoundPage {
    const rows: StoredRow[] = [];
    let [seen, read, last] = [0, 0, placeOf(below)];
    for (const [rowid, scopeId, id] of this.#candidates(wanted, mode, last)) {
      if (rows.length === limit || seen++ === MOST_SEEN || read === MOST_READ) {
        return { rows, below: String(last) };
      }
      last = rowid;
      const channelId = readable.get(scopeId);
      if (channelId === undefined) continue;
      read++;
      const found = this.#statements.row.get(scopeId, id) as [number, string] | undefined;
      if (found === undefined) continue;
      const [version, json] = found;
      if (!matches(wanted, mode, JSON.parse(json) as Message, channelId)) continue;
      rows.push({ scope: channelScope(channelId), kind: 'message', id, version, json });
    }
    return { rows, below: null };
  }

  #candidates(
    wanted: SearchQuestion['wanted'],
    mode: SearchCursor['mode'],
    below: number,
  ): Iterable<Candidate> {
    const { from, to } = wanted.span;
    const first = Number.isFinite(from) ? rowidAt(from) : -END;
    // A burst of messages at one time stands a little behind it.
    const end = Number.isFinite(to) ? Math.min(below, rowidAt(to) + BURST) : below;
    const tokens = tokensOf(wanted, mode, (id) => this.#scopeId(id as ChannelId));
    if (tokens === null) return [];
    const expression = ftsExpression(tokens);
    const { matching, all } = this.#statements;
    if (expression === '') return all.iterate(end, first) as IterableIterator<Candidate>;
    const bounds = [BigInt(end), BigInt(first)] as const;
    return matching.iterate(expression, ...bounds) as IterableIterator<Candidate>;
  }

  #scopeId(channelId: ChannelId): number | undefined {
    let id = this.#scopeIds.get(channelId);
    if (id === undefined) {
      id = this.#statements.scopeId.get(channelScope(channelId)) as number | undefined;
      if (id !== undefined) this.#scopeIds.set(channelId, id);
    }
    return id;
  }
}

/** Of few channels the index knows what was said in them; otherwise each entry is looked at. */
const inFew = (wanted: Wanted, readable: ReadonlyMap<number, ChannelId>): Wanted =>
  wanted.channels === null && readable.size <= FEW
    ? { ...wanted, channels: [...readable.values()] }
    : wanted;

const placeOf = (below: string | null): number =>
  below !== null && /^-?\d{1,15}$/.test(below) ? Number(below) : END;

/** Places that a burst may push a message behind its time; see rowid.ts. */
const BURST = 100_000;
