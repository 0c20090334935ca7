import { z } from 'zod';
import { claimFor } from '../domain/claim.ts';
import { channelId, messageId } from '../domain/ids.ts';
import { remindTime } from '../domain/kinds/saved.ts';
import { userScope } from '../domain/scope.ts';
import { defineCommand, refuse } from './command.ts';

/** Keeps a message for later, with a time to be reminded, marks it as done, or forgets it. */
export const savedSet = defineCommand({
  name: 'saved.set',
  args: z
    .strictObject({
      channelId,
      messageId,
      state: z.enum(['open', 'done', 'removed']),
      remindAt: remindTime.nullable(),
    })
    .refine((args) => args.state === 'open' || args.remindAt === null, 'nothing to remind of'),
  lane: (_args, actor) => userScope(actor.userId),
  needs: (args, actor) => {
    const scope = userScope(actor.userId);
    return [
      { scope, kind: 'saved', id: args.messageId },
      { scope, kind: 'membership', id: args.channelId },
    ];
  },
  run(work, args) {
    const scope = userScope(work.actor.userId);
    const before = work.get(scope, 'saved', args.messageId);
    if (args.state === 'removed') {
      work.remove(scope, 'saved', args.messageId);
      return undefined;
    }
    // S11: what is kept already can be ticked off also after its channel was left.
    const inside = work.get(scope, 'membership', args.channelId) !== undefined;
    if (!inside && before === undefined) return refuse('not_member');
    work.put(scope, {
      kind: 'saved',
      id: args.messageId,
      channelId: before?.channelId ?? args.channelId,
      remindAt: args.remindAt,
      done: args.state === 'done',
      savedAt: before?.savedAt ?? work.now,
      ...claimFor(before?.claim, args.remindAt),
    });
    return undefined;
  },
  supersedes: (args) => `saved/${args.messageId}`,
});
