import { z } from 'zod';
import { channelId } from '../domain/ids.ts';
import { MOST_SEEN, WORKSPACE_ROW } from '../domain/kinds/workspace.ts';
import { isConversation } from '../domain/permissions.ts';
import { channelScope, orgScope } from '../domain/scope.ts';
import { showsSeen } from '../domain/shows-seen.ts';
import { accessKeys, enter, isRefusal } from './channel-access.ts';
import { defineCommand } from './command.ts';

/**
 * Lets the others of a conversation or a small channel see how far the actor has read. It is only
 * told where there are few to tell it to, and where the company has it so; elsewhere it does
 * nothing, since nobody who reads should hear of a refusal.
 */
export const seenSet = defineCommand({
  name: 'seen.set',
  args: z.strictObject({
    channelId,
    position: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
    /** In a channel: its members. The relay puts its own count here, up to one above the most. */
    members: z
      .number()
      .int()
      .nonnegative()
      .max(MOST_SEEN + 1)
      .optional(),
  }),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor) => [
    ...accessKeys(args.channelId, actor),
    { scope: orgScope, kind: 'workspace', id: WORKSPACE_ROW },
    { scope: channelScope(args.channelId), kind: 'seen', id: actor.userId },
  ],
  run(work, args) {
    const access = enter(work, args.channelId);
    if (isRefusal(access)) return undefined;
    const { people } = access.channel;
    const count = isConversation(access.channel) ? people.length : (args.members ?? 0);
    if (!showsSeen(work.get(orgScope, 'workspace', WORKSPACE_ROW), access.channel, count)) {
      return undefined;
    }
    const scope = channelScope(args.channelId);
    const before = work.get(scope, 'seen', work.actor.userId);
    // Nobody has seen what has not been said.
    const position = Math.min(args.position, work.nextVersion(scope) - 1);
    if (before !== undefined && before.position >= position) return undefined;
    work.put(scope, { kind: 'seen', id: work.actor.userId, position });
    return undefined;
  },
  supersedes: (args) => `seen/${args.channelId}`,
});
