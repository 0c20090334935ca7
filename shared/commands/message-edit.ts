import { z } from 'zod';
import { channelId, messageId } from '../domain/ids.ts';
import { MAX_TEXT } from '../domain/kinds/message.ts';
import { pagesOf } from '../domain/links.ts';
import { mentionedUsers } from '../domain/mentions.ts';
import { mayEdit } from '../domain/permissions.ts';
import { channelScope } from '../domain/scope.ts';
import { accessKeys, enterToWrite, isRefusal } from './channel-access.ts';
import { defineCommand, refuse } from './command.ts';
import { followerKeys, letFollow } from './following.ts';
import { dropPreviews, pagePictureKeys, previewKeys } from './preview-remove.ts';
import { formerMentionKeys, mentionKeys, tellMentioned, untellMentioned } from './post.ts';
import { keepRevision, revisionKeys } from './revisions.ts';

/**
 * Replaces a message's text. `base` is the `op` of the text that the person saw, which is known
 * also for a text that still waits to be sent; a version number is not (S9).
 */
export const messageEdit = defineCommand({
  name: 'message.edit',
  args: z.strictObject({
    channelId,
    messageId,
    base: z.string().max(64),
    text: z
      .string()
      .max(MAX_TEXT)
      .refine((text) => text.trim() !== '', 'nothing left; delete it instead'),
  }),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor) => [
    ...accessKeys(args.channelId, actor),
    { scope: channelScope(args.channelId), kind: 'message', id: args.messageId },
    ...mentionKeys(args.channelId, args.messageId, args.text),
    ...previewKeys(args.channelId, args.messageId),
    ...revisionKeys(args.channelId, args.messageId),
  ],
  follow(work, args) {
    const message = work.get(channelScope(args.channelId), 'message', args.messageId);
    if (message === undefined) return [];
    const { rootId } = message;
    return [
      ...pagePictureKeys(work, args.channelId, args.messageId),
      ...formerMentionKeys(args.messageId, message.text),
      ...(rootId === null ? [] : followerKeys(args.channelId, rootId, mentionedUsers(args.text))),
    ];
  },
  run(work, args) {
    const access = enterToWrite(work, args.channelId);
    if (isRefusal(access)) return access;
    const scope = channelScope(args.channelId);
    const message = work.get(scope, 'message', args.messageId);
    if (message === undefined) return refuse('not_found');
    if (!mayEdit(work.actor, message)) return refuse('forbidden');
    if (message.deletedAt !== null) return refuse('deleted');
    if (message.op !== args.base) return refuse('stale', message);
    const kept = keepRevision(work, args.channelId, message);
    const { text } = args;
    work.put(scope, { ...message, ...kept, text, editedAt: work.now, op: work.op });
    untellMentioned(work, message.id, message.text, args.text);
    dropPreviews(work, args.channelId, args.messageId, pagesOf(args.text));
    tellMentioned(work, { ...message, ...args });
    if (message.rootId !== null) {
      const thread = { channelId: args.channelId, rootId: message.rootId };
      // Whoever is named in it now is to read it.
      letFollow(work, mentionedUsers(args.text), { ...thread, readTo: message.position - 1 });
    }
    return undefined;
  },
});
