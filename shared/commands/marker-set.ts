import { z } from 'zod';
import { channelId } from '../domain/ids.ts';
import { userScope } from '../domain/scope.ts';
import { defineCommand } from './command.ts';

/** States how far the actor has read. S9: the greater (epoch, position) stands. */
export const markerSet = defineCommand({
  name: 'marker.set',
  args: z.strictObject({
    channelId,
    epoch: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
    position: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
    ordinal: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
  }),
  lane: (_args, actor) => userScope(actor.userId),
  needs: (args, actor) => [{ scope: userScope(actor.userId), kind: 'marker', id: args.channelId }],
  run(work, args) {
    const scope = userScope(work.actor.userId);
    const before = work.get(scope, 'marker', args.channelId);
    const older =
      before !== undefined &&
      (before.epoch > args.epoch ||
        (before.epoch === args.epoch && before.position >= args.position));
    if (older) return undefined;
    const { epoch, position, ordinal } = args;
    work.put(scope, { kind: 'marker', id: args.channelId, epoch, position, ordinal });
    return undefined;
  },
  supersedes: (args) => `marker/${args.channelId}`,
});
