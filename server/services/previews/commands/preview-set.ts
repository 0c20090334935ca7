import { z } from 'zod';
import { defineCommand, refuse } from '../../../../shared/commands/command.ts';
import { channelId, messageId } from '../../../../shared/domain/ids.ts';
import { MAX_PREVIEWS, preview, previewId } from '../../../../shared/domain/kinds/preview.ts';
import { pagesOf } from '../../../../shared/domain/links.ts';
import { channelScope } from '../../../../shared/domain/scope.ts';

/** Puts below a message what its page says of itself, where it still links to it. The relay's own. */
export const previewSet = defineCommand({
  name: 'preview.set',
  args: z.strictObject({
    channelId,
    messageId,
    place: z
      .number()
      .int()
      .min(0)
      .max(MAX_PREVIEWS - 1),
    words: preview.pick({ url: true, title: true, text: true, site: true }),
  }),
  lane: (args) => channelScope(args.channelId),
  needs: (args) => [
    { scope: channelScope(args.channelId), kind: 'message', id: args.messageId },
    {
      ...{ scope: channelScope(args.channelId), kind: 'preview' },
      id: previewId(args.messageId, args.place),
    },
  ],
  run(work, args) {
    if (work.actor.role !== 'system') return refuse('forbidden');
    const scope = channelScope(args.channelId);
    const message = work.get(scope, 'message', args.messageId);
    if (message === undefined || message.deletedAt !== null) return refuse('deleted');
    if (!pagesOf(message.text).includes(args.words.url)) return refuse('stale');
    const id = previewId(args.messageId, args.place);
    work.put(scope, {
      ...{ kind: 'preview', id, messageId: args.messageId, ...args.words, at: work.now },
    });
    return undefined;
  },
});
