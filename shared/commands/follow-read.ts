import { z } from 'zod';
import { messageId } from '../domain/ids.ts';
import { userScope } from '../domain/scope.ts';
import { defineCommand } from './command.ts';
import { followKey, putFollow } from './following.ts';

/** States how far the actor has read a thread. One that they have nothing to do with has no mark. */
export const followRead = defineCommand({
  name: 'follow.read',
  args: z.strictObject({
    rootId: messageId,
    position: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
  }),
  lane: (_args, actor) => userScope(actor.userId),
  needs: (args, actor) => [followKey(actor.userId, args.rootId)],
  run(work, args) {
    const before = work.get(userScope(work.actor.userId), 'follow', args.rootId);
    if (before === undefined) return undefined;
    const { id, channelId, on } = before;
    putFollow(work, before, { id, channelId, on, readTo: args.position });
    return undefined;
  },
  supersedes: (args) => `follow.read/${args.rootId}`,
});
