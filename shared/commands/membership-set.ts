import { z } from 'zod';
import { channelId } from '../domain/ids.ts';
import { notifyLevels } from '../domain/kinds/membership.ts';
import { userScope } from '../domain/scope.ts';
import { defineCommand, refuse } from './command.ts';

/** The actor's own settings for a channel: star, mute, what rings. */
export const membershipSet = defineCommand({
  name: 'membership.set',
  args: z.strictObject({
    channelId,
    starred: z.boolean().optional(),
    muted: z.boolean().optional(),
    notify: z.enum(notifyLevels).optional(),
  }),
  lane: (_args, actor) => userScope(actor.userId),
  needs: (args, actor) => [
    { scope: userScope(actor.userId), kind: 'membership', id: args.channelId },
  ],
  run(work, args) {
    const scope = userScope(work.actor.userId);
    const before = work.get(scope, 'membership', args.channelId);
    if (before === undefined) return refuse('not_member');
    work.put(scope, {
      ...before,
      starred: args.starred ?? before.starred,
      muted: args.muted ?? before.muted,
      notify: args.notify ?? before.notify,
    });
    return undefined;
  },
});
