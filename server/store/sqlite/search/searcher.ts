import type { Message } from '../../../../shared/domain/kinds/message.ts';
import { channelScope } from '../../../../shared/domain/scope.ts';
import type { ChannelId } from '../../../../shared/domain/ids.ts';
import { ftsExpression, matches, tokensOf } from '../../../../shared/search/match.ts';
import { rowidAt } from '../../../../shared/search/rowid.ts';
import type { Beside } from '../../../../shared/search/standing.ts';
import type { Wanted } from '../../../../shared/search/wanted.ts';
import type { StoredRow } from '../../port.ts';
import {
  searchPages,
  type FoundPage,
  type SearchCursor,
  type SearchPage,
  type SearchQuestion,
} from '../../search.ts';
import { withFacts } from '../../search-facts.ts';
import { narrowed, type NarrowQuestion } from '../../search-own.ts';
import type { Db } from '../database.ts';
import { RowsBeside } from './beside.ts';
import { ScopeNumbers } from './scope-numbers.ts';

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
  readonly #scopes: ScopeNumbers;
  readonly #beside: RowsBeside;

  /** @param rows the relay's database @param index see schema.ts */
  constructor(rows: Db, index: Db) {
    this.#scopes = new ScopeNumbers(rows);
    this.#beside = new RowsBeside(rows, this.#scopes);
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
      one: index.prepare<[string]>('SELECT rowid, scope_id, id FROM docs WHERE id = ?').raw(),
      row: rows
        .prepare<[number, string]>(
          `SELECT version, json FROM rows
           WHERE scope_id = ? AND kind = 'message' AND id = ? AND deleted = 0`,
        )
        .raw(),
    };
  }

  find(asked: SearchQuestion): SearchPage {
    const own = this.#beside.ownOf(asked);
    const beside = this.#beside.standing(asked.asker, own);
    const question = narrowed(asked, own);
    const readable = new Map<number, ChannelId>();
    for (const id of question.readable) {
      const scopeId = this.#scopes.ofChannel(id);
      if (scopeId !== undefined) readable.set(scopeId, id);
    }
    const pages = searchPages(asked);
    let step = pages.next();
    const narrow = { ...question, wanted: inFew(question.wanted, readable) };
    while (step.done !== true) step = pages.next(this.#page(narrow, step.value, readable, beside));
    return step.value;
  }

  #page(
    question: NarrowQuestion,
    cursor: SearchCursor,
    readable: ReadonlyMap<number, ChannelId>,
    beside: Beside,
  ): FoundPage {
    const { wanted, limit } = question;
    const rows: StoredRow[] = [];
    if (readable.size === 0) return { rows, below: null };
    let [seen, read, last] = [0, 0, placeOf(cursor.below)];
    for (const [rowid, scopeId, id] of this.#candidates(question, cursor.mode, last)) {
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
      const message = JSON.parse(json) as Message;
      if (!matches(wanted, cursor.mode, message, channelId, beside)) continue;
      rows.push({ scope: channelScope(channelId), kind: 'message', id, version, json });
    }
    return { rows, below: null };
  }

  #candidates(
    { wanted, among }: NarrowQuestion,
    mode: SearchCursor['mode'],
    below: number,
  ): Iterable<Candidate> {
    const { from, to } = wanted.span;
    const first = Number.isFinite(from) ? rowidAt(from) : -END;
    // A burst of messages at one time stands a little behind it.
    const end = Number.isFinite(to) ? Math.min(below, rowidAt(to) + BURST) : below;
    if (among !== null) return this.#named(among, first, end);
    const tokens = withFacts(tokensOf(wanted, mode, this.#scopes.ofChannel as PlaceOf), wanted);
    if (tokens === null) return [];
    const expression = ftsExpression(tokens);
    const { matching, all } = this.#statements;
    if (expression === '') return all.iterate(end, first) as IterableIterator<Candidate>;
    const bounds = [BigInt(end), BigInt(first)] as const;
    return matching.iterate(expression, ...bounds) as IterableIterator<Candidate>;
  }

  #named(ids: readonly string[], first: number, end: number): Candidate[] {
    const { one } = this.#statements;
    return ids
      .flatMap((id) => {
        const found = one.get(id) as Candidate | undefined;
        return found !== undefined && found[0] >= first && found[0] < end ? [found] : [];
      })
      .sort(([a], [b]) => b - a);
  }
}

type PlaceOf = (channelId: string) => number | undefined;

/** Of few channels the index knows what was said in them; otherwise each entry is looked at. */
const inFew = (wanted: Wanted, readable: ReadonlyMap<number, ChannelId>): Wanted =>
  wanted.channels === null && readable.size <= FEW
    ? { ...wanted, channels: [...readable.values()] }
    : wanted;

const placeOf = (below: string | null): number =>
  below !== null && /^-?\d{1,15}$/.test(below) ? Number(below) : END;

/** Places that a burst may push a message behind its time; see rowid.ts. */
const BURST = 100_000;
