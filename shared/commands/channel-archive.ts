import { z } from 'zod';
import { channelId } from '../domain/ids.ts';
import { isConversation, mayManageChannel } from '../domain/permissions.ts';
import { channelScope } from '../domain/scope.ts';
import { accessKeys, enter, homeOf, isRefusal } from './channel-access.ts';
import { defineCommand, refuse } from './command.ts';
import { postSystem } from './post.ts';

/** Closes a channel for writing, or opens it again. Everything in it stays readable. */
export const channelArchive = defineCommand({
  name: 'channel.archive',
  args: z.strictObject({ channelId, archived: z.boolean() }),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor) => accessKeys(args.channelId, actor),
  run(work, args) {
    const access = enter(work, args.channelId);
    if (isRefusal(access)) return access;
    const { channel, member } = access;
    if (isConversation(channel) || !mayManageChannel(work.actor, member))
      return refuse('forbidden');
    if ((channel.archivedAt !== null) === args.archived) return undefined;
    work.put(homeOf(channel), { ...channel, archivedAt: args.archived ? work.now : null });
    postSystem(work, args.channelId, { type: args.archived ? 'archived' : 'unarchived' });
    return undefined;
  },
});
