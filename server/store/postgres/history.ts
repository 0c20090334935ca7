import type { Kind } from '../../../shared/domain/registry.ts';
import type { Scope } from '../../../shared/domain/scope.ts';
import { BELONGING, fitting, type Placed } from '../history-page.ts';
import type { HistoryQuery, HistoryResult, StoredRow } from '../port.ts';
import type { Database, Statement } from './database.ts';

/** The head and the messages on both sides of a place, at one moment; `also` narrows them. */
const aroundPlace = (also: string): string => {
  const side = (later: boolean): string => `(
      SELECT ${later} AS later, position, version, id, json FROM balai.rows
      WHERE scope_id = counter.id AND position ${later ? '> $4' : '< $2'} ${also}
      ORDER BY position ${later ? 'ASC LIMIT $5' : 'DESC LIMIT $3'}
    )`;
  return `
    WITH counter AS (SELECT id, head FROM balai.scopes WHERE name = $1)
    SELECT head, later, position, version, message.id, json
    FROM counter LEFT JOIN LATERAL (${side(false)} UNION ALL ${side(true)}) AS message ON true
    ORDER BY position`;
};

const IN_CHANNEL: Statement = { name: 'history-channel', text: aroundPlace('') };
/** Without a name: while the tables are nearly empty, the wrong one of two indexes looks as good. */
const IN_THREAD: Statement = { text: aroundPlace(`AND parent = $6 AND kind = 'message'`) };

/** Pins, reactions, files, polls and threads of messages, in the order in which the messages are named. */
const BELONGINGS: Statement = {
  text: `
    SELECT message.id, version, kind, belonging.id, json
    FROM unnest($2::text[]) WITH ORDINALITY AS message (id, place)
    CROSS JOIN LATERAL (
      SELECT version, kind, rows.id, json FROM balai.rows
      WHERE scope_id = (SELECT id FROM balai.scopes WHERE name = $1)
        AND parent = message.id AND kind IN (${BELONGING})
      UNION ALL
      SELECT version, kind, rows.id, json FROM balai.rows
      WHERE scope_id = (SELECT id FROM balai.scopes WHERE name = $1)
        AND kind = 'thread' AND rows.id = message.id AND NOT deleted
    ) AS belonging
    ORDER BY place, kind, version`,
};

type Found = [
  head: number,
  later: boolean | null,
  position: number,
  version: number,
  id: string,
  json: string,
];

/** Messages by position (S5), and what belongs to them. */
export async function history(db: Database, query: HistoryQuery): Promise<HistoryResult> {
  const { scope, rootId, direction, position, limit } = query;
  // `around` shows the place itself as the first of its second half.
  const half = direction === 'around' ? Math.floor(limit / 2) : limit;
  // One more than is shown on each side, to know whether there are more.
  const found = await db.read<Found>(rootId === null ? IN_CHANNEL : IN_THREAD, [
    ...[scope, position, direction === 'after' ? 0 : half + 1],
    ...[direction === 'around' ? position - 1 : position, direction === 'before' ? 0 : limit + 1],
    ...(rootId === null ? [] : [rootId]),
  ]);
  if (found.length === 0) return { from: 0, to: 0, atStart: true, atEnd: true, rows: [] };
  const [head] = found[0]!;
  const [below, above] = [false, true].map((side) => found.filter(([, later]) => later === side));
  const earlier = below!.slice(Math.max(0, below!.length - half));
  const room = limit - earlier.length;
  const rows = [...earlier, ...above!.slice(0, room)].map(([, , at, version, id, json]) => ({
    at,
    message: { scope, kind: 'message', id, version, json } as const,
  }));
  const belongings = await belonging(
    db,
    scope,
    rows.map(({ message }) => message.id),
  );
  const placed = rows.map(({ at, message }): Placed => {
    return { position: at, message, belonging: belongings.get(message.id) ?? [] };
  });
  const shown = fitting(placed, earlier.length);
  const atStart = direction !== 'after' && below!.length <= half;
  const atEnd = direction !== 'before' && above!.length <= room;
  const first = shown[0]?.position ?? position;
  const last = shown.at(-1)?.position;
  const start = direction === 'after' ? position + 1 : first;
  const end = direction === 'before' ? position - 1 : (last ?? position);
  const nothingBefore = (atStart && shown[0] === placed[0]) || start <= 1;
  const nothingAfter = (atEnd && shown.at(-1) === placed.at(-1)) || end >= head;
  return {
    from: nothingBefore ? 0 : start,
    to: nothingAfter ? Math.max(head, last ?? 0) : Math.max(0, end),
    atStart: nothingBefore,
    atEnd: nothingAfter,
    rows: [...shown.map(({ message }) => message), ...shown.flatMap((one) => one.belonging)],
  };
}

/** By the id of the message. */
async function belonging(
  db: Database,
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, StoredRow[]>> {
  const rows = new Map<string, StoredRow[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return rows;
  const found = await db.read<[string, number, Kind, string, string]>(BELONGINGS, [scope, ids]);
  for (const [messageId, version, kind, id, json] of found) {
    rows.get(messageId)?.push({ scope, kind, id, version, json });
  }
  return rows;
}
