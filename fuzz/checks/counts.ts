import { indexText, searchText } from '../../shared/search/tokens.ts';
import type { Marker } from '../../shared/domain/kinds/marker.ts';
import type { Mention } from '../../shared/domain/kinds/mention.ts';
import type { Message } from '../../shared/domain/kinds/message.ts';
import { mentionedGroups, mentionsEverybody } from '../../shared/domain/mentions.ts';
import { kinds, type Row } from '../../shared/domain/registry.ts';
import { channelOf, orgScope, userScope } from '../../shared/domain/scope.ts';
import type { Desk } from '../desk.ts';
import { Finding } from '../ledger.ts';
import type { World } from '../world.ts';
import { relayRows } from './same-everywhere.ts';

/** Badges and unread counts are what a fresh count of the relay's rows gives. */
export async function checkBadges(world: World, desk: Desk): Promise<void> {
  const { unread, channels } = desk.workspace;
  const own = await relayRows(world, userScope(desk.userId));
  const groups = new Set(
    (await relayRows(world, orgScope)).flatMap((one) =>
      one.kind === 'group' && !('deleted' in one) && one.memberIds.includes(desk.userId)
        ? [one.id]
        : [],
    ),
  );
  for (const scope of await world.store.scopesOf(desk.userId)) {
    const channelId = channelOf(scope);
    const row = channelId === undefined ? undefined : channels.row(channelId);
    if (channelId === undefined || row === undefined) continue;
    const marker = own.find(({ kind, id }) => kind === 'marker' && id === channelId);
    const read = (marker as Marker | undefined)?.position ?? 0;
    const after = (await relayRows(world, scope)).filter(
      (one): one is Message =>
        one.kind === 'message' && !('deleted' in one) && one.position > read && one.system === null,
    );
    const listed = after.filter(({ rootId, broadcast }) => rootId === null || broadcast);
    const others = listed.filter(({ authorId }) => authorId !== desk.userId).length;
    const conversation = row.people.length > 0;
    const named = own.filter(
      (one): one is Mention =>
        one.kind === 'mention' &&
        !('deleted' in one) &&
        one.channelId === channelId &&
        one.position > read,
    );
    const places = new Set(named.map(({ position }) => position));
    // Those in a thread that the person has to do with are counted there.
    const inChannel = named.filter(
      ({ rootId }) => !own.some(({ kind, id }) => kind === 'follow' && id === rootId),
    );
    const calls = after.filter(
      (one) =>
        one.deletedAt === null &&
        one.authorId !== desk.userId &&
        (mentionsEverybody(one.text) || mentionedGroups(one.text).some((id) => groups.has(id))) &&
        !places.has(one.position),
    );
    const wanted = conversation
      ? { unread: others, mentions: others }
      : { unread: others, mentions: inChannel.length + (others === 0 ? 0 : calls.length) };
    const told = unread.of(channelId, conversation);
    if (JSON.stringify(told) === JSON.stringify(wanted)) continue;
    throw new Finding(
      `badge: ${desk.name} says ${JSON.stringify(told)} of ${channelId}, not ${JSON.stringify(wanted)}`,
    );
  }
}

/** What is new in followed threads is what a fresh count of the relay's rows gives. */
export async function checkThreads(world: World, desk: Desk): Promise<void> {
  const { followed } = desk.workspace;
  const own = await relayRows(world, userScope(desk.userId));
  const standing = own.filter((row): row is Row => !('deleted' in row));
  const wanted: string[] = [];
  for (const scope of await world.store.scopesOf(desk.userId)) {
    const channelId = channelOf(scope);
    const place = standing.find((row) => row.kind === 'membership' && row.id === channelId);
    if (channelId === undefined || place?.kind !== 'membership') continue;
    const marker = standing.find((row) => row.kind === 'marker' && row.id === channelId);
    const read = marker?.kind === 'marker' ? marker.position : 0;
    const messages = (await relayRows(world, scope)).filter(
      (one): one is Message => one.kind === 'message' && !('deleted' in one),
    );
    for (const row of standing) {
      if (row.kind !== 'follow' || row.channelId !== channelId) continue;
      const news = messages.filter(
        ({ rootId, authorId, position, deletedAt, createdAt, broadcast }) =>
          rootId === row.id &&
          authorId !== desk.userId &&
          position > row.readTo &&
          deletedAt === null &&
          createdAt >= place.joinedAt &&
          !(broadcast && position <= read),
      );
      const named = news.filter(({ id }) =>
        standing.some((one) => one.kind === 'mention' && one.id === id),
      );
      const unread = row.on ? news.length : named.length;
      if (unread > 0) wanted.push(`${row.id} ${unread} ${named.length}`);
    }
  }
  const told = followed.news().map((one) => `${one.rootId} ${one.unread} ${one.mentions}`);
  if (JSON.stringify(told.sort()) === JSON.stringify(wanted.sort())) return;
  throw new Finding(`threads: ${desk.name} says [${told.join()}], not [${wanted.join()}]`);
}

/** The search index holds the words of the rows that are here, and no others. */
export function checkIndex(desk: Desk): void {
  const { db } = desk.workspace.cache;
  const held = new Map<number, Set<string>>();
  db.exec('CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab(main, terms, instance)');
  const found = db.prepare<[], { term: string; doc: number }>('SELECT term, doc FROM temp.words');
  for (const { term, doc } of found.all()) {
    const words = held.get(doc) ?? new Set();
    held.set(doc, words.add(term));
  }
  const rows = db.prepare<[], { place: number; scopeId: number; authorId: string; json: string }>(
    'SELECT place, scope_id AS scopeId, author_id AS authorId, json FROM messages',
  );
  for (const { place, json, ...row } of rows.all()) {
    const text = kinds.message.words?.(JSON.parse(json) as Message) ?? '';
    const words = text === '' ? '' : indexText({ folded: searchText(text), ...row });
    const wanted = [...new Set(words.split(' ').filter((word) => word !== ''))].sort();
    const here = [...(held.get(place) ?? [])].sort();
    held.delete(place);
    if (JSON.stringify(here) !== JSON.stringify(wanted)) {
      throw new Finding(`index: ${desk.name} finds [${here.join(' ')}], not [${wanted.join(' ')}]`);
    }
  }
  if (held.size > 0) throw new Finding(`S11: ${desk.name}'s index holds words of no row`);
}
