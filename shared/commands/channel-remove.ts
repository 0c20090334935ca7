import { z } from 'zod';
import { channelId, userId } from '../domain/ids.ts';
import { isConversation, mayManageChannel } from '../domain/permissions.ts';
import { channelScope } from '../domain/scope.ts';
import { accessKeys, enter, isRefusal } from './channel-access.ts';
import { placeKeys, unseat } from './channel-people.ts';
import { defineCommand, refuse } from './command.ts';
import { postSystem } from './post.ts';

/** Takes somebody out of a channel (owners and admins). */
export const channelRemove = defineCommand({
  name: 'channel.remove',
  args: z.strictObject({ channelId, userId }),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor) => [
    ...accessKeys(args.channelId, actor),
    ...placeKeys(args.channelId, args.userId),
  ],
  run(work, args) {
    const access = enter(work, args.channelId);
    if (isRefusal(access)) return access;
    const { channel, member } = access;
    if (isConversation(channel) || !mayManageChannel(work.actor, member))
      return refuse('forbidden');
    if (work.get(channelScope(args.channelId), 'member', args.userId) === undefined)
      return undefined;
    unseat(work, args.channelId, args.userId);
    postSystem(work, args.channelId, { type: 'removed', userIds: [args.userId] });
    return undefined;
  },
});
