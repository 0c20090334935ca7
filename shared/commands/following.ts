import type { ChannelId, UserId } from '../domain/ids.ts';
import type { Follow } from '../domain/kinds/follow.ts';
import { mentionedUsers } from '../domain/mentions.ts';
import { channelScope, userScope } from '../domain/scope.ts';
import { findChannel, memberKey } from './channel-access.ts';
import type { Key, Work } from './command.ts';

export const followKey = (userId: string, rootId: string): Key => ({
  scope: userScope(userId as UserId),
  kind: 'follow',
  id: rootId,
});

interface Reply {
  channelId: ChannelId;
  rootId: string;
  text: string;
}

/**
 * Whom a reply makes followers of its thread: who began it, who is named in the reply, who was
 * named in the first message (by the first reply), and in a conversation everybody. All of these
 * are bounded: nothing is done for each member of a channel.
 */
export function concernedBy(work: Pick<Work, 'get'>, reply: Reply): Set<string> {
  const { channelId, rootId, text } = reply;
  const scope = channelScope(channelId);
  const root = work.get(scope, 'message', rootId);
  if (root === undefined) return new Set();
  const first = work.get(scope, 'thread', rootId) === undefined;
  return new Set([
    root.authorId,
    ...mentionedUsers(text),
    ...(first ? mentionedUsers(root.text) : []),
    ...(findChannel(work, channelId)?.people ?? []),
  ]);
}

/** What `letFollow` reads and writes. */
export const followerKeys = (
  channelId: ChannelId,
  rootId: string,
  userIds: Iterable<string>,
): Key[] =>
  [...userIds].flatMap((userId) => [memberKey(channelId, userId), followKey(userId, rootId)]);

interface Following {
  channelId: ChannelId;
  rootId: string;
  /** They have read up to here. */
  readTo: number;
}

/** Those of the people who are members, and have nothing to do with the thread yet, follow it. */
export function letFollow(work: Work, userIds: Iterable<string>, follow: Following): void {
  const { channelId, rootId: id, readTo } = follow;
  for (const userId of userIds) {
    if (userId === work.actor.userId) continue;
    if (work.get(channelScope(channelId), 'member', userId) === undefined) continue;
    const scope = userScope(userId as UserId);
    // Who does not want to hear of it is not brought back by others.
    if (work.get(scope, 'follow', id) !== undefined) continue;
    work.put(scope, { kind: 'follow', id, channelId, on: true, readTo });
  }
}

/**
 * Who answers follows the thread, whatever they said before. `read` is how far they say they have
 * read it; without it, who follows already has read what they had, and who does not has read all.
 */
export function followOwn(
  work: Work,
  follow: Omit<Following, 'readTo'> & { position: number; read: number | undefined },
): void {
  const { channelId, rootId: id, position, read } = follow;
  const before = work.get(userScope(work.actor.userId), 'follow', id);
  const readTo = read ?? (before === undefined ? position : 0);
  putFollow(work, before, { id, channelId, on: true, readTo });
}

/** The actor's own follow. S9: what was read stays read. Writes nothing where nothing changes. */
export function putFollow(
  work: Work,
  before: Follow | undefined,
  now: Pick<Follow, 'id' | 'channelId' | 'on' | 'readTo'>,
): void {
  const readTo = Math.max(before?.readTo ?? 0, now.readTo);
  if (before !== undefined && before.on === now.on && before.readTo === readTo) return;
  work.put(userScope(work.actor.userId), { kind: 'follow', ...now, readTo });
}
