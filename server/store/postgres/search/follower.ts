import type { Message } from '../../../../shared/domain/kinds/message.ts';
import { kinds } from '../../../../shared/domain/registry.ts';
import { indexText, searchText } from '../../../../shared/search/tokens.ts';
import { factsOf, isIndexed } from '../../search-facts.ts';
import { together, type Connection, type Database, type Statement } from '../database.ts';
import { trySearch } from '../locks.ts';
import { markColumns, marksOf, peopleOf, type MarkColumns } from './beside.ts';

/** Rows and scopes of one step: some 100 ms. */
const ROWS = 1_000;
const SCOPES = 50;

type Behind = [scopeId: number, version: number];
type Moved = [scopeId: number, version: number, kind: string, id: string];
type Read = [scopeId: number, id: string, json: string | null, ...MarkColumns];

const MARK: Statement = {
  name: 'search-mark',
  text: `
    SELECT settled::text, pg_snapshot_xmin(pg_current_snapshot())::text,
      settled > pg_snapshot_xmax(pg_current_snapshot()) FROM balai.search_mark`,
};
const BEHIND: Statement = {
  name: 'search-behind',
  text: `
    SELECT scopes.id, coalesce(version, 0)
    FROM balai.scopes LEFT JOIN balai.searched ON scope_id = scopes.id
    WHERE moved_by >= $1::xid8 AND left(name, 8) = 'channel:' AND head > coalesce(version, 0)
    ORDER BY moved_by LIMIT $2`,
};
const NEWER: Statement = {
  name: 'search-newer',
  text: `
    SELECT behind.scope_id, newer.version, newer.kind, newer.id
    FROM unnest($1::integer[], $2::bigint[]) WITH ORDINALITY AS behind (scope_id, version, nth)
    CROSS JOIN LATERAL (
      SELECT version, kind, id FROM balai.rows
      WHERE rows.scope_id = behind.scope_id AND rows.version > behind.version
      ORDER BY rows.version LIMIT $3
    ) AS newer
    ORDER BY nth, newer.version LIMIT $3`,
};
/** Messages as they are now, with what the rows beside them say. */
const READ: Statement = {
  name: 'search-read',
  text: `
    SELECT named.scope_id, named.id,
      (SELECT json FROM balai.rows WHERE rows.scope_id = named.scope_id
        AND rows.kind = 'message' AND rows.id = named.id AND NOT rows.deleted),
      ${markColumns('named')}
    FROM unnest($1::integer[], $2::text[]) AS named (scope_id, id)`,
};
const DROP: Statement = {
  name: 'search-drop',
  text: 'DELETE FROM balai.search WHERE id = ANY ($1::text[])',
};
const ADD: Statement = {
  name: 'search-add',
  text: `
    INSERT INTO balai.search (at, scope_id, id, tokens)
    SELECT at, scope_id, id, string_to_array(words, ' ')
    FROM unnest($1::bigint[], $2::integer[], $3::text[], $4::text[]) AS news (at, scope_id, id, words)
    ON CONFLICT (id) DO UPDATE SET tokens = excluded.tokens`,
};
const SEARCHED: Statement = {
  name: 'search-searched',
  text: `
    INSERT INTO balai.searched (scope_id, version)
    SELECT * FROM unnest($1::integer[], $2::bigint[])
    ON CONFLICT (scope_id) DO UPDATE SET version = excluded.version`,
};
const SETTLED: Statement = {
  name: 'search-settled',
  text: 'UPDATE balai.search_mark SET settled = $1::xid8',
};

/**
 * Brings the index up to the rows, a step of it: it follows each scope as a client does, by "rows
 * newer than my cursor" (S3), so that a kill at any moment loses nothing. True: there is more.
 * Where another node is at it already there is nothing to do for this one.
 */
export function followRows(db: Database): Promise<boolean> {
  return db.transaction('BEGIN ISOLATION LEVEL READ COMMITTED', async (connection, commit) => {
    const locked = await connection.say(trySearch);
    if (Object.values((locked.rows[0] ?? {}) as Record<string, unknown>)[0] !== true) return false;
    const { rows: marks } = await connection.run<[string, string, boolean]>(MARK, []);
    const [settled, now, foreign] = marks[0]!;
    const { rows: behind } = await connection.run<Behind>(BEHIND, [
      foreign ? '0' : settled,
      SCOPES,
    ]);
    const { rows } = await connection.run<Moved>(NEWER, [
      behind.map(([scopeId]) => scopeId),
      behind.map(([, version]) => version),
      ROWS,
    ]);
    const whole = behind.length < SCOPES && rows.length < ROWS;
    if (rows.length === 0 && settled === now) return false;
    const reached = new Map(rows.map(([scopeId, version]) => [scopeId, version]));
    const changed = new Map(
      rows.filter(([, , kind]) => isIndexed(kind)).map(([scopeId, , , id]) => [id, scopeId]),
    );
    const { rows: messages } = await connection.run<Read>(READ, [
      [...changed.values()],
      [...changed.keys()],
    ]);
    const people = await peopleOf(connection, [...reached.keys()]);
    await together([
      ...write(connection, messages, people),
      connection.run(SEARCHED, [[...reached.keys()], [...reached.values()]]),
      // What moved before `now` was read is in it; of what moved since, some may be.
      whole ? connection.run(SETTLED, [now]) : undefined,
      commit(),
    ]);
    return !whole;
  });
}

/** What says nothing to search for leaves the index. */
function write(
  connection: Connection,
  rows: readonly Read[],
  peopleIn: ReadonlyMap<number, readonly string[]>,
): Promise<unknown>[] {
  const gone: string[] = [];
  const news: [at: number, scopeId: number, id: string, words: string][] = [];
  for (const [scopeId, id, json, ...marks] of rows) {
    const message = json === null ? undefined : (JSON.parse(json) as Message);
    const text = message === undefined ? undefined : kinds.message.words?.(message);
    if (message === undefined || !text) {
      gone.push(id);
      continue;
    }
    const { authorId, createdAt } = message;
    const people = peopleIn.get(scopeId) ?? [];
    const facts = factsOf(message, { ...marksOf(marks), people });
    const words = indexText({ folded: searchText(text), authorId, scopeId }, facts);
    news.push([createdAt, scopeId, id, words]);
  }
  return [
    connection.run(DROP, [gone]),
    connection.run(ADD, [
      news.map(([at]) => at),
      news.map(([, scopeId]) => scopeId),
      news.map(([, , id]) => id),
      news.map(([, , , words]) => words),
    ]),
  ];
}
