import { z } from 'zod';
import { channelId, messageId } from '../domain/ids.ts';
import { channelScope, userScope } from '../domain/scope.ts';
import { accessKeys, enter, isRefusal } from './channel-access.ts';
import { defineCommand, refuse } from './command.ts';
import { followKey, putFollow } from './following.ts';

/** Follows a thread, or does not want to hear of it any more. */
export const followSet = defineCommand({
  name: 'follow.set',
  args: z.strictObject({
    channelId,
    rootId: messageId,
    on: z.boolean(),
    /** Position of the last message of the thread that the person has read. */
    read: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
  }),
  lane: (_args, actor) => userScope(actor.userId),
  needs: (args, actor) => [
    ...accessKeys(args.channelId, actor),
    { scope: channelScope(args.channelId), kind: 'message', id: args.rootId },
    followKey(actor.userId, args.rootId),
  ],
  run(work, args) {
    const access = enter(work, args.channelId);
    if (isRefusal(access)) return access;
    const root = work.get(channelScope(args.channelId), 'message', args.rootId);
    if (root === undefined || root.rootId !== null || root.system !== null)
      return refuse('not_found');
    const { rootId: id, on, read: readTo } = args;
    const before = work.get(userScope(work.actor.userId), 'follow', id);
    putFollow(work, before, { id, channelId: args.channelId, on, readTo });
    return undefined;
  },
  supersedes: (args) => `follow/${args.rootId}`,
});
