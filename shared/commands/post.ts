import type { ChannelId, UserId } from '../domain/ids.ts';
import type { SystemEvent } from '../domain/kinds/message.ts';
import { mentionedUsers } from '../domain/mentions.ts';
import { channelScope, userScope } from '../domain/scope.ts';
import { uuidOf } from '../domain/uuid.ts';
import type { Key, Work } from './command.ts';
import { memberKey } from './channel-access.ts';

/** Writes down in the channel what was done to it. */
export function postSystem(work: Work, id: ChannelId, system: SystemEvent): void {
  const scope = channelScope(id);
  const messageId = uuidOf('system', work.op, system.type);
  work.put(scope, {
    kind: 'message',
    id: messageId,
    authorId: work.actor.userId,
    rootId: null,
    broadcast: false,
    text: '',
    attachments: [],
    system,
    createdAt: work.now,
    editedAt: null,
    deletedAt: null,
    position: work.nextVersion(scope),
    ordinal: work.countMessage(scope, 0),
    op: messageId,
  });
}

/** What `tellMentioned` reads and writes. */
export const mentionKeys = (id: ChannelId, messageId: string, text: string): Key[] =>
  mentionedUsers(text).flatMap((userId) => [
    memberKey(id, userId),
    { scope: userScope(userId), kind: 'mention', id: messageId } as const,
  ]);

interface Mentioning {
  channelId: ChannelId;
  messageId: string;
  rootId: string | null;
  position: number;
  text: string;
}

/** Gives a mention row to each member of the channel who is named in the text, but not to its author. */
export function tellMentioned(work: Work, post: Mentioning): void {
  for (const userId of mentionedUsers(post.text)) {
    if (userId === work.actor.userId) continue;
    if (work.get(channelScope(post.channelId), 'member', userId) === undefined) continue;
    const scope = userScope(userId);
    if (work.get(scope, 'mention', post.messageId) !== undefined) continue;
    work.put(scope, {
      kind: 'mention',
      id: post.messageId,
      channelId: post.channelId,
      position: post.position,
      rootId: post.rootId,
      authorId: work.actor.userId,
      at: work.now,
    });
  }
}

/** Takes back the mention rows of people who are named in `before` and not in `after`. */
export function untellMentioned(work: Work, id: string, before: string, after: string): void {
  const still = new Set(mentionedUsers(after));
  for (const userId of mentionedUsers(before)) {
    if (!still.has(userId)) work.remove(userScope(userId), 'mention', id);
  }
}

/** The mention rows that an earlier text made. */
export const formerMentionKeys = (messageId: string, text: string): Key[] =>
  mentionedUsers(text).map((userId: UserId) => ({
    scope: userScope(userId),
    kind: 'mention',
    id: messageId,
  }));
