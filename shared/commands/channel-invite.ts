import { z } from 'zod';
import { channelId, userId } from '../domain/ids.ts';
import { isConversation } from '../domain/permissions.ts';
import { channelScope } from '../domain/scope.ts';
import { accessKeys, enterToWrite, isRefusal } from './channel-access.ts';
import { exists, placeKeys, seat } from './channel-people.ts';
import { defineCommand, refuse } from './command.ts';
import { postSystem } from './post.ts';

/** Brings people into a channel. Any member may; who is in it already is passed over. */
export const channelInvite = defineCommand({
  name: 'channel.invite',
  args: z.strictObject({ channelId, userIds: z.array(userId).min(1).max(100) }),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor) => [
    ...accessKeys(args.channelId, actor),
    ...args.userIds.flatMap((user) => placeKeys(args.channelId, user)),
  ],
  run(work, args) {
    const access = enterToWrite(work, args.channelId);
    if (isRefusal(access)) return access;
    // A conversation is its people: one more of them makes another conversation.
    if (isConversation(access.channel)) return refuse('forbidden');
    if (!args.userIds.every((user) => exists(work, user))) return refuse('not_found');
    const added = [...new Set(args.userIds)].filter((user) => seat(work, args.channelId, user));
    if (added.length > 0) postSystem(work, args.channelId, { type: 'added', userIds: added });
    return undefined;
  },
});
