import { z } from 'zod';
import type { ChannelId } from '../domain/ids.ts';
import { channelId, messageId } from '../domain/ids.ts';
import { MAX_PREVIEWS, previewId } from '../domain/kinds/preview.ts';
import { mayDelete } from '../domain/permissions.ts';
import { channelScope } from '../domain/scope.ts';
import { accessKeys, enter, isRefusal } from './channel-access.ts';
import { defineCommand, refuse, type Key, type Work } from './command.ts';

/** The previews that a message may have. */
export const previewKeys = (channel: ChannelId, message: string): Key[] =>
  Array.from({ length: MAX_PREVIEWS }, (_, place) => ({
    ...{ scope: channelScope(channel), kind: 'preview', id: previewId(message, place) },
  }));

/** Takes away those of a message whose page is not among these. */
export function dropPreviews(
  work: Work,
  channel: ChannelId,
  message: string,
  pages: readonly string[],
): void {
  for (const { scope, id } of previewKeys(channel, message)) {
    const row = work.get(scope, 'preview', id);
    if (row !== undefined && !pages.includes(row.url)) work.remove(scope, 'preview', id);
  }
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
  run(work, args) {
    const access = enter(work, args.channelId);
    if (isRefusal(access)) return access;
    const scope = channelScope(args.channelId);
    const message = work.get(scope, 'message', args.messageId);
    if (message === undefined) return refuse('not_found');
    if (!mayDelete(work.actor, message, access.member)) return refuse('forbidden');
    work.remove(scope, 'preview', previewId(args.messageId, args.place));
    return undefined;
  },
});
