import { z } from 'zod';
import type { ChannelId } from '../domain/ids.ts';
import { channelId, messageId } from '../domain/ids.ts';
import { MAX_PREVIEWS, previewId, type Preview } from '../domain/kinds/preview.ts';
import { mayDelete } from '../domain/permissions.ts';
import { channelScope } from '../domain/scope.ts';
import { detachFile, fileKeys } from './attached.ts';
import { accessKeys, enter, isRefusal } from './channel-access.ts';
import { defineCommand, refuse, type Key, type Work } from './command.ts';

/** The previews that a message may have. */
export const previewKeys = (channel: ChannelId, message: string): Key[] =>
  Array.from({ length: MAX_PREVIEWS }, (_, place) => ({
    ...{ scope: channelScope(channel), kind: 'preview', id: previewId(message, place) },
  }));

/** Their pictures, for a command's `follow`. */
export const pagePictureKeys = (
  work: Pick<Work, 'get'>,
  channel: ChannelId,
  message: string,
): Key[] =>
  previewKeys(channel, message).flatMap(({ scope, id }) => {
    const picture = work.get(scope, 'preview', id)?.picture;
    return picture === undefined ? [] : fileKeys(channel, picture.fileId);
  });

/** Takes away those of a message whose page is not among these. */
export function dropPreviews(
  work: Work,
  channel: ChannelId,
  message: string,
  pages: readonly string[],
): void {
  for (const { scope, id } of previewKeys(channel, message)) {
    const row = work.get(scope, 'preview', id);
    if (row !== undefined && !pages.includes(row.url)) drop(work, channel, row);
  }
}

function drop(work: Work, channel: ChannelId, { id, picture }: Preview): void {
  work.remove(channelScope(channel), 'preview', id);
  if (picture !== undefined) detachFile(work, channel, picture.fileId);
}

/** Takes a page's words away from below a message, for everybody; the link stays. */
export const previewRemove = defineCommand({
  name: 'preview.remove',
  args: z.strictObject({
    channelId,
    messageId,
    place: z
      .number()
      .int()
      .min(0)
      .max(MAX_PREVIEWS - 1),
  }),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor) => [
    ...accessKeys(args.channelId, actor),
    { scope: channelScope(args.channelId), kind: 'message', id: args.messageId },
    ...previewKeys(args.channelId, args.messageId),
  ],
  follow: (work, args) => pagePictureKeys(work, args.channelId, args.messageId),
  run(work, args) {
    const access = enter(work, args.channelId);
    if (isRefusal(access)) return access;
    const scope = channelScope(args.channelId);
    const message = work.get(scope, 'message', args.messageId);
    if (message === undefined) return refuse('not_found');
    if (!mayDelete(work.actor, message, access.member)) return refuse('forbidden');
    const row = work.get(scope, 'preview', previewId(args.messageId, args.place));
    if (row !== undefined) drop(work, args.channelId, row);
    return undefined;
  },
});
