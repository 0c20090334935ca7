import type { ChannelId } from '../../../../shared/domain/ids.ts';
import type { Message } from '../../../../shared/domain/kinds/message.ts';
import { channelOf, channelScope, type Scope } from '../../../../shared/domain/scope.ts';
import { matches, tokensOf } from '../../../../shared/search/match.ts';
import type { Mode } from '../../../../shared/search/terms.ts';
import type { StoredRow } from '../../port.ts';
import {
  searchPages,
  type FoundPage,
  type SearchCursor,
  type SearchPage,
  type SearchQuestion,
} from '../../search.ts';
import { withFacts } from '../../search-facts.ts';
import { narrowed, type NarrowQuestion, type Own } from '../../search-own.ts';
import type { Connection, Database, Statement } from '../database.ts';
import { marksOf, ownOf, peopleOf, standing, type Numbers } from './beside.ts';
import { candidates, MOST_READ, partsOf, windowEnd, type Asked, type Found } from './candidates.ts';
import { followRows } from './follower.ts';

/**
 * An index of words is only read through bitmaps, which other statements must not use; and what
 * is best depends on the words, so each question is planned by itself.
 */
const BEGIN = `BEGIN READ ONLY; SET LOCAL enable_bitmapscan = on;
  SET LOCAL plan_cache_mode = force_custom_plan`;

const SCOPES: Statement = {
  name: 'search-scopes',
  text: 'SELECT id, name FROM balai.scopes WHERE name = ANY ($1::text[])',
};

/** Finds messages: the index leads to rows, and what they say now decides. */
export async function searchMessages(db: Database, asked: SearchQuestion): Promise<SearchPage> {
  await followRows(db);
  return db.transaction(BEGIN, async (connection) => {
    const names = asked.readable.map(channelScope);
    const { rows } = await connection.run<[number, Scope]>(SCOPES, [names]);
    const numbers = new Map(rows.map(([scopeId, name]) => [channelOf(name)!, scopeId]));
    const own = await ownOf(connection, asked, numbers);
    const question = narrowed(asked, own);
    const ask: Ask = { connection, question, numbers, own, people: new Map() };
    const { wanted, readable } = question;
    if (wanted.to !== null || wanted.notTo.length > 0) {
      const people = await peopleOf(connection, [...numbers.values()]);
      ask.people = new Map(readable.map((id) => [id, people.get(numbers.get(id) ?? 0) ?? []]));
    }
    const pages = searchPages(asked);
    let step = pages.next();
    while (step.done !== true) step = pages.next(await readPage(ask, step.value));
    return step.value;
  });
}

interface Ask {
  readonly connection: Connection;
  readonly question: NarrowQuestion;
  readonly numbers: Numbers;
  readonly own: Own;
  /** Of the conversations, where the question is about them. */
  people: ReadonlyMap<string, readonly string[]>;
}

async function readPage(ask: Ask, { mode, below }: SearchCursor): Promise<FoundPage> {
  const { connection, question, numbers } = ask;
  const { wanted, among, readable } = question;
  const tokens = withFacts(
    tokensOf(wanted, mode, (id) => numbers.get(id as ChannelId)),
    wanted,
  );
  if (tokens === null || readable.length === 0) return { rows: [], below: null };
  const { from, to } = wanted.span;
  const { pinned, task, thread } = wanted;
  const asked: Asked = {
    ...{ below: placeOf(below), tokens, among },
    from: Number.isFinite(from) ? from : 0,
    to: Number.isFinite(to) ? to : Number.MAX_SAFE_INTEGER,
    scopeIds: readable.flatMap((id) => numbers.get(id) ?? []),
    marks: pinned !== null || task !== null || thread !== null,
  };
  let page: FoundPage = { rows: [], below: null };
  for (const part of partsOf(asked)) {
    const { statement, values } = candidates(asked, part);
    page = pick(ask, mode, below, (await connection.run<Found>(statement, values)).rows);
    if (page.below !== null) return page;
    if (part !== 'window') continue;
    const end = windowEnd(asked);
    const { rows } = await connection.run<[number, string]>(end.statement, end.values);
    for (const [at, id] of rows) page = { ...page, below: `${at}/${id}` };
  }
  return page;
}

function pick(
  { question, numbers, own, people }: Ask,
  mode: Mode,
  below: string | null,
  found: readonly Found[],
): FoundPage {
  const { wanted, limit, asker } = question;
  const channels = new Map([...numbers].map(([channelId, scopeId]) => [scopeId, channelId]));
  const marks = new Map(found.map(([, id, , , , ...columns]) => [id, marksOf(columns)]));
  const beside = standing(asker, own, people, marks);
  const hits: StoredRow[] = [];
  let last = below;
  for (const [at, id, scopeId, version, json] of found) {
    if (hits.length === limit) return { rows: hits, below: last };
    last = `${at}/${id}`;
    const channelId = channels.get(scopeId)!;
    if (!matches(wanted, mode, JSON.parse(json) as Message, channelId, beside)) continue;
    hits.push({ scope: channelScope(channelId), kind: 'message', id, version, json });
  }
  return { rows: hits, below: found.length === MOST_READ ? last : null };
}

function placeOf(below: string | null): { at: number; id: string } {
  const [, at, id] = /^(\d{1,15})\/([0-9a-f-]{36})$/.exec(below ?? '') ?? [];
  return at === undefined ? { at: Number.MAX_SAFE_INTEGER, id: '' } : { at: Number(at), id: id! };
}
