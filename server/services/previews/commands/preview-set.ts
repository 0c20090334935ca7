import { z } from 'zod';
import { defineCommand, refuse, type Work } from '../../../../shared/commands/command.ts';
import { channelId, messageId, opId, type ChannelId } from '../../../../shared/domain/ids.ts';
import { fileFacts } from '../../../../shared/domain/kinds/file.ts';
import {
  MAX_PREVIEWS,
  preview,
  previewBounds,
  previewId,
} from '../../../../shared/domain/kinds/preview.ts';
import { pagesOf } from '../../../../shared/domain/links.ts';
import { channelScope, registryScope } from '../../../../shared/domain/scope.ts';

/** A picture whose bytes are kept (`page-picture.open`), and what is in them. */
const keptPicture = z.strictObject({
  fileId: opId,
  alt: z.string().max(previewBounds.alt),
  facts: z.strictObject(fileFacts),
});
export type KeptPicture = z.infer<typeof keptPicture>;

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
    picture: keptPicture.optional(),
  }),
  lane: (args) => channelScope(args.channelId),
  needs: (args) => {
    const scope = channelScope(args.channelId);
    const id = args.picture?.fileId;
    return [
      { scope, kind: 'message', id: args.messageId },
      { scope, kind: 'preview', id: previewId(args.messageId, args.place) },
      ...(id === undefined
        ? []
        : [
            { scope, kind: 'file', id } as const,
            { scope: registryScope, kind: 'upload', id } as const,
          ]),
    ];
  },
  run(work, args) {
    if (work.actor.role !== 'system') return refuse('forbidden');
    const scope = channelScope(args.channelId);
    const message = work.get(scope, 'message', args.messageId);
    if (message === undefined || message.deletedAt !== null) return refuse('deleted');
    if (!pagesOf(message.text).includes(args.words.url)) return refuse('stale');
    const id = previewId(args.messageId, args.place);
    const picture = args.picture && attach(work, args.channelId, args.messageId, args.picture);
    work.put(scope, {
      ...{ kind: 'preview', id, messageId: args.messageId, ...args.words, at: work.now },
      ...(picture === undefined ? {} : { picture }),
    });
    return undefined;
  },
});

/** From here on whoever reads the message may read its bytes. Undefined: they were given up. */
function attach(work: Work, channel: ChannelId, message: string, kept: KeptPicture) {
  const { fileId, alt, facts } = kept;
  const upload = work.get(registryScope, 'upload', fileId);
  if (upload?.state !== 'open' || upload.messageId !== null) return undefined;
  const { ownerId, name } = upload;
  work.put(registryScope, {
    ...{ ...upload, ...facts, messageId: message, state: 'done', at: work.now },
  });
  work.put(channelScope(channel), {
    ...{ kind: 'file', id: fileId, messageId: message, ownerId, name, ...facts },
    ...{ state: 'ready', reason: null, ofPage: true, createdAt: work.now },
  });
  return { fileId, alt };
}
