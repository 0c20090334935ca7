import { z } from 'zod';
import { followKey } from '../../../../shared/commands/following.ts';
import { defineCommand, refuse, type Key, type Work } from '../../../../shared/commands/command.ts';
import { channelId, type UserId } from '../../../../shared/domain/ids.ts';
import {
  linkAttachment,
  MAX_ATTACHMENTS,
  message,
} from '../../../../shared/domain/kinds/message.ts';
import { emojiName, reactionId } from '../../../../shared/domain/kinds/reaction.ts';
import type { Thread } from '../../../../shared/domain/kinds/thread.ts';
import { channelScope, userScope, type Scope } from '../../../../shared/domain/scope.ts';

const PARTICIPANTS = 5;

const importedMessage = message
  .pick({
    ...{ id: true, authorId: true, rootId: true, broadcast: true, text: true },
    ...{ system: true, createdAt: true, editedAt: true, deletedAt: true },
  })
  .extend({
    /** Files stay where they came from. */
    attachments: z.array(linkAttachment).max(MAX_ATTACHMENTS),
    reactions: z.array(z.strictObject({ userId: z.string(), emoji: emojiName })),
    /** The members who are named in it. */
    mentions: z.array(z.string()),
  });
export type ImportedMessage = z.infer<typeof importedMessage>;

const args = z.strictObject({ channelId, messages: z.array(importedMessage) });
type Args = z.infer<typeof args>;

/** Who follows the threads of these replies: who began them, who answered, who is named. */
function followers(work: Pick<Work, 'get'>, { channelId: id, messages }: Args): [string, string][] {
  const authors = new Map(messages.map((one) => [one.id, one.authorId]));
  const found = new Map<string, [userId: string, rootId: string]>();
  for (const { rootId, authorId, mentions } of messages) {
    if (rootId === null) continue;
    const first = authors.get(rootId) ?? work.get(channelScope(id), 'message', rootId)?.authorId;
    for (const userId of [...(first === undefined ? [] : [first]), authorId, ...mentions]) {
      found.set(`${userId}/${rootId}`, [userId, rootId]);
    }
  }
  return [...found.values()];
}

const keysOf = (scope: Scope, one: ImportedMessage): Key[] => [
  { scope, kind: 'message', id: one.id },
  ...(one.rootId === null
    ? []
    : ([
        { scope, kind: 'message', id: one.rootId },
        { scope, kind: 'thread', id: one.rootId },
      ] as const)),
  ...one.reactions.map(
    ({ userId, emoji }) =>
      ({ scope, kind: 'reaction', id: reactionId(one.id, userId, emoji) }) as const,
  ),
  ...one.mentions.map(
    (userId) => ({ scope: userScope(userId as UserId), kind: 'mention', id: one.id }) as const,
  ),
];

/**
 * Brings messages from elsewhere, oldest first, with their own times: S15 is about what is said
 * here and now. What is here already stays as it is, reactions and all. A reply whose thread's
 * first message is missing becomes a message of the channel. The relay's own command.
 */
export const importMessages = defineCommand({
  name: 'import.messages',
  args,
  lane: (a) => channelScope(a.channelId),
  needs: (a) => {
    const scope = channelScope(a.channelId);
    return a.messages.flatMap((one) => keysOf(scope, one));
  },
  follow: (work, a) => followers(work, a).map(([userId, rootId]) => followKey(userId, rootId)),
  run(work, a) {
    const following = followers(work, a);
    if (work.actor.role !== 'system') return refuse('forbidden');
    const scope = channelScope(a.channelId);
    const threads = new Map<string, Omit<Thread, 'version'>>();
    for (const one of a.messages) {
      if (work.get(scope, 'message', one.id) !== undefined) continue;
      const hasRoot = one.rootId !== null && work.get(scope, 'message', one.rootId) !== undefined;
      const rootId = hasRoot ? one.rootId : null;
      const position = write(work, scope, { ...one, rootId, broadcast: hasRoot && one.broadcast });
      tell(work, a.channelId, { ...one, rootId }, position);
      if (rootId !== null && one.deletedAt === null) {
        const before = threads.get(rootId) ?? work.get(scope, 'thread', rootId);
        threads.set(rootId, withReply(before, rootId, one));
      }
    }
    // Once for each thread, however many of its replies came.
    for (const thread of threads.values()) work.put(scope, thread);
    // What was said elsewhere was read there.
    const readTo = work.nextVersion(scope) - 1;
    for (const [userId, id] of following) {
      const own = userScope(userId as UserId);
      if (!threads.has(id)) continue;
      const before = work.get(own, 'follow', id);
      work.put(own, {
        ...({ kind: 'follow', id, channelId: a.channelId } as const),
        ...{ on: before?.on ?? true, readTo },
      });
    }
    return undefined;
  },
});

/** S5: answers the position. Counts like a message that was sent here. */
function write(work: Work, scope: Scope, one: ImportedMessage): number {
  const { reactions, mentions: _, ...rest } = one;
  const position = work.nextVersion(scope);
  const counts = one.system === null && (one.rootId === null || one.broadcast);
  const ordinal = work.countMessage(scope, counts ? 1 : 0);
  work.put(scope, { kind: 'message', ...rest, position, ordinal, op: one.id });
  for (const { userId, emoji } of reactions) {
    const id = reactionId(one.id, userId, emoji);
    // An archive does not tell when: it is no news to anybody.
    work.put(scope, { kind: 'reaction', id, messageId: one.id, userId, emoji });
  }
  return position;
}

function tell(work: Work, channel: string, one: ImportedMessage, position: number): void {
  for (const userId of one.mentions) {
    work.put(userScope(userId as UserId), {
      ...{ kind: 'mention', id: one.id, channelId: channel, position },
      ...{ rootId: one.rootId, authorId: one.authorId, at: one.createdAt },
    });
  }
}

function withReply(
  before: Omit<Thread, 'version'> | undefined,
  id: string,
  reply: ImportedMessage,
): Omit<Thread, 'version'> {
  const others = (before?.participants ?? []).filter((userId) => userId !== reply.authorId);
  return {
    ...{ kind: 'thread', id, replies: (before?.replies ?? 0) + 1 },
    lastReplyAt: Math.max(before?.lastReplyAt ?? 0, reply.createdAt),
    participants: [reply.authorId, ...others].slice(0, PARTICIPANTS),
  };
}
