import type { ChannelId } from '../../../../shared/domain/ids.ts';
import type { Message } from '../../../../shared/domain/kinds/message.ts';
import { channelOf, channelScope, type Scope } from '../../../../shared/domain/scope.ts';
import { matches, tokensOf, type Tokens } from '../../../../shared/search/match.ts';
import type { StoredRow } from '../../port.ts';
import {
  searchPages,
  type FoundPage,
  type SearchCursor,
  type SearchPage,
  type SearchQuestion,
} from '../../search.ts';
import type { Connection, Database, Statement } from '../database.ts';
import type { Value } from '../values.ts';
import { followRows } from './follower.ts';

/** Rows that one page reads at most. */
const MOST_READ = 400;
/** What is said often is found among the newest messages: so many are looked at before the index. */
const NEWEST = 3_000;

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

type Found = [at: number, id: string, scopeId: number, version: number, json: string];

/** Finds messages: the index leads to rows, and what they say now decides. */
export async function searchMessages(db: Database, question: SearchQuestion): Promise<SearchPage> {
  await followRows(db);
  return db.transaction(BEGIN, async (connection) => {
    const names = question.readable.map(channelScope);
    const { rows } = await connection.run<[number, Scope]>(SCOPES, [names]);
    const readable = new Map(rows.map(([id, name]) => [id, channelOf(name)!]));
    const pages = searchPages(question);
    let step = pages.next();
    while (step.done !== true) {
      step = pages.next(await readPage(connection, question, step.value, readable));
    }
    return step.value;
  });
}

async function readPage(
  connection: Connection,
  { wanted, limit }: SearchQuestion,
  { mode, below }: SearchCursor,
  readable: ReadonlyMap<number, ChannelId>,
): Promise<FoundPage> {
  const scopeIds = new Map([...readable].map(([scopeId, channelId]) => [channelId, scopeId]));
  const tokens = tokensOf(wanted, mode, (id) => scopeIds.get(id as ChannelId));
  const rows: StoredRow[] = [];
  if (tokens === null) return { rows, below: null };
  const from = Number.isFinite(wanted.span.from) ? wanted.span.from : 0;
  const to = Number.isFinite(wanted.span.to) ? wanted.span.to : Number.MAX_SAFE_INTEGER;
  const [at, id] = placeOf(below);
  const place: Value[] = [at, id, from, to, [...readable.keys()]];
  const newest = await connection.run<Found>(query(tokens, true), [...place, ...values(tokens)]);
  const pick = (found: readonly Found[]): FoundPage => {
    const hits: StoredRow[] = [];
    let last = below;
    for (const [foundAt, foundId, scopeId, version, json] of found) {
      if (hits.length === limit) return { rows: hits, below: last };
      last = `${foundAt}/${foundId}`;
      const channelId = readable.get(scopeId)!;
      if (!matches(wanted, mode, JSON.parse(json) as Message, channelId)) continue;
      hits.push({ scope: channelScope(channelId), kind: 'message', id: foundId, version, json });
    }
    return { rows: hits, below: found.length === MOST_READ ? last : null };
  };
  const page = pick(newest.rows);
  if (page.below !== null) return page;
  const whole = await connection.run<Found>(query(tokens, false), [...place, ...values(tokens)]);
  return pick(whole.rows);
}

/** The first seven values are those of the place; one for each list of tokens follows. */
function query({ must, not }: Tokens, newest: boolean): Statement {
  const single = must.some((any) => any.length === 1);
  const several = must.filter((any) => any.length > 1);
  let next = 6;
  const conditions = ['scope_id = ANY ($5::integer[])'];
  if (single) conditions.push(`tokens @> $${next++}::text[]`);
  for (const _ of several) conditions.push(`tokens && $${next++}::text[]`);
  if (not.length > 0) conditions.push(`NOT tokens && $${next++}::text[]`);
  const placed = '(at, search.id) < ($1, $2) AND at >= $3 AND at < $4';
  const order = 'ORDER BY at DESC, id DESC';
  const table = newest
    ? `(SELECT * FROM balai.search WHERE ${placed} ${order} LIMIT ${NEWEST}) AS search`
    : 'balai.search';
  const where = [...(newest ? [] : [placed]), ...conditions].join(' AND ');
  return {
    text: `
      SELECT named.at, named.id, named.scope_id, rows.version, rows.json
      FROM (SELECT at, id, scope_id FROM ${table} WHERE ${where} ${order} LIMIT ${MOST_READ}) AS named
      JOIN balai.rows ON rows.scope_id = named.scope_id AND rows.kind = 'message'
        AND rows.id = named.id AND NOT rows.deleted
      ORDER BY named.at DESC, named.id DESC`,
  };
}

function values({ must, not }: Tokens): Value[] {
  const single = must.filter((any) => any.length === 1).map(([token]) => token!);
  return [
    ...(single.length > 0 ? [single] : []),
    ...must.filter((any) => any.length > 1).map((any) => [...any]),
    ...(not.length > 0 ? [[...not]] : []),
  ];
}

function placeOf(below: string | null): [at: number, id: string] {
  const [, at, id] = /^(\d{1,15})\/([0-9a-f-]{36})$/.exec(below ?? '') ?? [];
  return at === undefined ? [Number.MAX_SAFE_INTEGER, ''] : [Number(at), id!];
}
