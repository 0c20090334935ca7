import type { ChannelId, UserId } from '../../../../shared/domain/ids.ts';
import type { Channel } from '../../../../shared/domain/kinds/channel.ts';
import type { Message } from '../../../../shared/domain/kinds/message.ts';
import type { Thread } from '../../../../shared/domain/kinds/thread.ts';
import type { Kind } from '../../../../shared/domain/registry.ts';
import { userScope } from '../../../../shared/domain/scope.ts';
import type { Beside } from '../../../../shared/search/standing.ts';
import type { SearchQuestion } from '../../search.ts';
import type { Marks } from '../../search-facts.ts';
import type { Own } from '../../search-own.ts';
import type { Connection, Statement } from '../database.ts';

/** The scope numbers of channels. */
export type Numbers = ReadonlyMap<ChannelId, number>;

/** The columns of `marksOf`. */
export type MarkColumns = [pinned: boolean | null, task: boolean | null, thread: string | null];

const markColumn = (named: string, kind: Kind, what: string): string => `
  (SELECT ${what} FROM balai.rows WHERE rows.scope_id = ${named}.scope_id
    AND rows.kind = '${kind}' AND rows.id = ${named}.id AND NOT rows.deleted)`;

/** What the rows beside a message say of it. Each is looked up by its key, one for one. */
export const markColumns = (named: string): string =>
  [
    markColumn(named, 'pin', 'true'),
    markColumn(named, 'task', 'true'),
    markColumn(named, 'thread', 'json'),
  ].join(', ');

/** A thread whose replies were all deleted stands there without any. */
export const marksOf = ([pinned, task, thread]: MarkColumns): Omit<Marks, 'people'> => ({
  pinned: pinned === true,
  task: task === true,
  answered: thread !== null && (JSON.parse(thread) as Thread).replies > 0,
});

const ownRows = (name: string, kind: Kind, fields: string, where = ''): Statement => ({
  name: `search-${name}`,
  text: `
    SELECT ${fields} FROM balai.scopes JOIN balai.rows ON scope_id = scopes.id
    WHERE scopes.name = $1 AND kind = '${kind}' AND NOT deleted ${where}`,
});
const SAVED = ownRows('saved', 'saved', 'rows.id', `AND json::jsonb ->> 'done' = 'false'`);
const MARKERS = ownRows('markers', 'marker', `rows.id, (json::jsonb ->> 'position')::bigint`);
const FOLLOWS = ownRows(
  'follows',
  'follow',
  `rows.id, json::jsonb ->> 'channelId', (json::jsonb ->> 'readTo')::bigint`,
);

const PEOPLE: Statement = {
  name: 'search-people',
  text: `
    SELECT asked.scope_id, (
      SELECT json FROM balai.rows
      WHERE rows.scope_id = asked.scope_id AND kind = 'channel' AND NOT deleted LIMIT 1
    ) FROM unnest($1::integer[]) AS asked (scope_id)`,
};

const firstAbove = (where: string): string => `
  (SELECT json FROM balai.rows
   WHERE rows.scope_id = asked.scope_id ${where} AND rows.position > asked.position
   ORDER BY rows.position LIMIT 1)`;
const FIRST: Statement = {
  name: 'search-first-unread',
  text: `
    SELECT ${firstAbove('')} FROM unnest($1::integer[], $2::bigint[]) WITH ORDINALITY
      AS asked (scope_id, position, nth) ORDER BY nth`,
};
const FIRST_REPLY: Statement = {
  name: 'search-first-unread-reply',
  text: `
    SELECT ${firstAbove(`AND rows.parent = asked.root_id AND rows.kind = 'message'`)}
    FROM unnest($1::integer[], $2::text[], $3::bigint[]) WITH ORDINALITY
      AS asked (scope_id, root_id, position, nth) ORDER BY nth`,
};

type Follow = [rootId: string, channelId: ChannelId, readTo: number];

/** Who is in the conversations among these; a public channel's row is elsewhere, and names nobody. */
export async function peopleOf(
  connection: Connection,
  scopeIds: readonly number[],
): Promise<Map<number, readonly string[]>> {
  const { rows } = await connection.run<[number, string | null]>(PEOPLE, [[...scopeIds]]);
  return new Map(
    rows.map(([id, json]) => [id, json === null ? [] : (JSON.parse(json) as Channel).people]),
  );
}

/** The asker's own rows, as far as the question asks for them. */
export async function ownOf(
  connection: Connection,
  { wanted, asker }: SearchQuestion,
  numbers: Numbers,
): Promise<Own> {
  const scope = [userScope(asker)];
  const none = { readTo: new Map(), threadReadTo: new Map(), unreadSince: new Map() };
  const saved =
    wanted.saved === null
      ? []
      : (await connection.run<[string]>(SAVED, scope)).rows.map(([id]) => id);
  if (wanted.unread === null) return { ...none, saved: new Set(saved) };
  const { rows: markers } = await connection.run<[string, number]>(MARKERS, scope);
  const { rows: followed } = await connection.run<Follow>(FOLLOWS, scope);
  const readTo = new Map(markers);
  return {
    saved: new Set(saved),
    readTo,
    threadReadTo: new Map(followed.map(([rootId, , position]) => [rootId, position])),
    unreadSince: wanted.unread
      ? await unreadSince(connection, numbers, readTo, followed)
      : none.unreadSince,
  };
}

/** A look-up by position for each channel, and for each thread that is not read as far. */
async function unreadSince(
  connection: Connection,
  numbers: Numbers,
  readTo: ReadonlyMap<string, number>,
  followed: readonly Follow[],
): Promise<Map<ChannelId, number>> {
  const since = new Map<ChannelId, number>();
  const note = (id: ChannelId, json: string | null): void => {
    if (json === null) return;
    const { createdAt } = JSON.parse(json) as Message;
    since.set(id, Math.min(createdAt, since.get(id) ?? Infinity));
  };
  const channels = [...numbers];
  const { rows: first } = await connection.run<[string | null]>(FIRST, [
    channels.map(([, scopeId]) => scopeId),
    channels.map(([id]) => readTo.get(id) ?? 0),
  ]);
  first.forEach(([json], n) => note(channels[n]![0], json));
  const behind = followed.filter(
    ([, id, position]) => numbers.has(id) && position < (readTo.get(id) ?? 0),
  );
  const { rows: replies } = await connection.run<[string | null]>(FIRST_REPLY, [
    behind.map(([, id]) => numbers.get(id)!),
    behind.map(([rootId]) => rootId),
    behind.map(([, , position]) => position),
  ]);
  replies.forEach(([json], n) => note(behind[n]![1], json));
  return since;
}

/** What was read so far, to decide on messages whose marks `read` keeps. */
export function standing(
  reader: UserId,
  own: Own,
  people: ReadonlyMap<string, readonly string[]>,
  marks: ReadonlyMap<string, Omit<Marks, 'people'>>,
): Beside {
  return {
    reader,
    pinned: (messageId) => marks.get(messageId)?.pinned ?? false,
    task: (messageId) => marks.get(messageId)?.task ?? false,
    answered: (messageId) => marks.get(messageId)?.answered ?? false,
    saved: (messageId) => own.saved.has(messageId),
    readTo: (channelId) => own.readTo.get(channelId) ?? 0,
    threadReadTo: (rootId) => own.threadReadTo.get(rootId),
    people: (channelId) => people.get(channelId) ?? [],
  };
}
