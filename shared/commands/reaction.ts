import { z } from 'zod';
import { channelId, messageId } from '../domain/ids.ts';
import { emojiName, reactionId } from '../domain/kinds/reaction.ts';
import type { Actor } from '../domain/permissions.ts';
import type { Refusal } from '../domain/refusal.ts';
import { channelScope } from '../domain/scope.ts';
import { accessKeys, enterToWrite, isRefusal } from './channel-access.ts';
import { defineCommand, refuse, type Key, type Work } from './command.ts';

const args = z.strictObject({ channelId, messageId, emoji: emojiName });
type Args = z.infer<typeof args>;

const needs = (a: Args, actor: Actor): Key[] => {
  const scope = channelScope(a.channelId);
  return [
    ...accessKeys(a.channelId, actor),
    { scope, kind: 'message', id: a.messageId },
    { scope, kind: 'reaction', id: reactionId(a.messageId, actor.userId, a.emoji) },
  ];
};

function open(work: Work, a: Args): Refusal | undefined {
  const access = enterToWrite(work, a.channelId);
  if (isRefusal(access)) return access;
  const message = work.get(channelScope(a.channelId), 'message', a.messageId);
  if (message === undefined) return refuse('not_found');
  return message.deletedAt === null ? undefined : refuse('deleted');
}

export const reactionAdd = defineCommand({
  name: 'reaction.add',
  args,
  lane: (a) => channelScope(a.channelId),
  needs,
  run(work, a) {
    const refused = open(work, a);
    if (refused !== undefined) return refused;
    const scope = channelScope(a.channelId);
    const id = reactionId(a.messageId, work.actor.userId, a.emoji);
    if (work.get(scope, 'reaction', id) !== undefined) return undefined;
    const to = work.get(scope, 'message', a.messageId)?.authorId;
    work.put(scope, {
      kind: 'reaction',
      id,
      messageId: a.messageId,
      userId: work.actor.userId,
      emoji: a.emoji,
      ...(to === undefined ? {} : { to }),
      at: work.now,
    });
    return undefined;
  },
});

export const reactionRemove = defineCommand({
  name: 'reaction.remove',
  args,
  lane: (a) => channelScope(a.channelId),
  needs,
  run(work, a) {
    const refused = open(work, a);
    if (refused !== undefined) return refused;
    const id = reactionId(a.messageId, work.actor.userId, a.emoji);
    work.remove(channelScope(a.channelId), 'reaction', id);
    return undefined;
  },
});
