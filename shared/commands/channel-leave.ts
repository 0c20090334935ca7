import { z } from 'zod';
import { channelId } from '../domain/ids.ts';
import { channelScope } from '../domain/scope.ts';
import { accessKeys, enter, isRefusal } from './channel-access.ts';
import { placeKeys, unseat } from './channel-people.ts';
import { defineCommand, refuse } from './command.ts';
import { postSystem } from './post.ts';

/** Leaves a channel or a group. Two people's conversation has no exit; it can be muted. */
export const channelLeave = defineCommand({
  name: 'channel.leave',
  args: z.strictObject({ channelId }),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor) => [
    ...accessKeys(args.channelId, actor),
    ...placeKeys(args.channelId, actor.userId),
  ],
  run(work, args) {
    const access = enter(work, args.channelId);
    if (isRefusal(access)) return access;
    if (access.channel.type === 'dm') return refuse('forbidden');
    postSystem(work, args.channelId, { type: 'left' });
    unseat(work, args.channelId, work.actor.userId);
    return undefined;
  },
});
