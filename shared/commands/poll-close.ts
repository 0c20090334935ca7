import { z } from 'zod';
import { channelId, messageId } from '../domain/ids.ts';
import { isClosed } from '../domain/kinds/poll.ts';
import { channelScope } from '../domain/scope.ts';
import { accessKeys, enterToWrite, isRefusal } from './channel-access.ts';
import { defineCommand, refuse } from './command.ts';

/** Ends a poll before its time. What is closed already has its wish fulfilled. */
export const pollClose = defineCommand({
  name: 'poll.close',
  args: z.strictObject({ channelId, messageId }),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor) => [
    ...accessKeys(args.channelId, actor),
    { scope: channelScope(args.channelId), kind: 'poll', id: args.messageId },
  ],
  run(work, args) {
    const access = enterToWrite(work, args.channelId);
    if (isRefusal(access)) return access;
    const scope = channelScope(args.channelId);
    const poll = work.get(scope, 'poll', args.messageId);
    if (poll === undefined) return refuse('not_found');
    if (poll.authorId !== work.actor.userId) return refuse('forbidden');
    if (isClosed(poll, work.now)) return undefined;
    work.put(scope, { ...poll, closedAt: work.now });
    return undefined;
  },
});
