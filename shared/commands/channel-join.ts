import { z } from 'zod';
import { channelId } from '../domain/ids.ts';
import { channelScope } from '../domain/scope.ts';
import { accessKeys, findChannel } from './channel-access.ts';
import { placeKeys, seat } from './channel-people.ts';
import { defineCommand, refuse } from './command.ts';
import { postSystem } from './post.ts';

export const channelJoin = defineCommand({
  name: 'channel.join',
  args: z.strictObject({ channelId }),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor) => [
    ...accessKeys(args.channelId, actor),
    ...placeKeys(args.channelId, actor.userId),
  ],
  run(work, args) {
    const channel = findChannel(work, args.channelId);
    // A private channel's existence is not told to somebody outside.
    if (channel === undefined || channel.type !== 'public') return refuse('not_found');
    if (channel.archivedAt !== null) return refuse('archived');
    if (seat(work, args.channelId, work.actor.userId)) {
      postSystem(work, args.channelId, { type: 'joined' });
    }
    return undefined;
  },
});
