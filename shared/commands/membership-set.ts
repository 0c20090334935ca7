import { z } from 'zod';
import { channelId, opId } from '../domain/ids.ts';
import { notifyLevels } from '../domain/kinds/membership.ts';
import { userScope } from '../domain/scope.ts';
import { defineCommand, refuse } from './command.ts';

/** The actor's own settings for a channel: star, mute, what rings, where it stands. */
export const membershipSet = defineCommand({
  name: 'membership.set',
  args: z.strictObject({
    channelId,
    starred: z.boolean().optional(),
    muted: z.boolean().optional(),
    notify: z.enum(notifyLevels).optional(),
    /** A section of the actor's sidebar; null: none of them. */
    sectionId: opId.nullable().optional(),
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
      ...(args.sectionId === undefined ? {} : { sectionId: args.sectionId }),
    });
    return undefined;
  },
});
