import { z } from 'zod';
import { channelId, messageId } from '../domain/ids.ts';
import { draftId, MAX_DRAFT } from '../domain/kinds/draft.ts';
import { userScope } from '../domain/scope.ts';
import { defineCommand } from './command.ts';

/** Keeps what the actor began to write, on all of their devices; an empty text forgets it. */
export const draftSet = defineCommand({
  name: 'draft.set',
  args: z.strictObject({
    channelId,
    rootId: messageId.nullable(),
    text: z.string().max(MAX_DRAFT),
  }),
  lane: (_args, actor) => userScope(actor.userId),
  needs: (args, actor) => [
    { scope: userScope(actor.userId), kind: 'draft', id: draftId(args.channelId, args.rootId) },
  ],
  run(work, args) {
    const scope = userScope(work.actor.userId);
    const id = draftId(args.channelId, args.rootId);
    if (args.text.trim() === '') work.remove(scope, 'draft', id);
    else work.put(scope, { kind: 'draft', id, ...args, updatedAt: work.now });
    return undefined;
  },
  supersedes: (args) => `draft/${draftId(args.channelId, args.rootId)}`,
});
