import { z } from 'zod';
import { channelId, messageId } from '../domain/ids.ts';
import { mayDelete } from '../domain/permissions.ts';
import { channelScope } from '../domain/scope.ts';
import { attachKeys, detachFiles } from './attached.ts';
import { accessKeys, enter, isRefusal } from './channel-access.ts';
import { checklistKey, dropChecklist, tickKeys } from './checklist-row.ts';
import { defineCommand, refuse } from './command.ts';
import { dropPreviews, pagePictureKeys, previewKeys } from './preview-remove.ts';
import { formerMentionKeys, untellMentioned } from './post.ts';
import { dropRevisions, revisionKeys } from './revisions.ts';
import { concernedKeys, taskKey, tellConcerned } from './task-row.ts';

/** Removes a message's words and keeps its place, so that a thread below it stays readable. */
export const messageDelete = defineCommand({
  name: 'message.delete',
  args: z.strictObject({ channelId, messageId }),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor) => [
    ...accessKeys(args.channelId, actor),
    { scope: channelScope(args.channelId), kind: 'message', id: args.messageId },
    ...previewKeys(args.channelId, args.messageId),
    ...revisionKeys(args.channelId, args.messageId),
    { scope: channelScope(args.channelId), kind: 'pin', id: args.messageId },
    { scope: channelScope(args.channelId), kind: 'poll', id: args.messageId },
    taskKey(args.channelId, args.messageId),
    checklistKey(args.channelId, args.messageId),
  ],
  follow(work, args) {
    const scope = channelScope(args.channelId);
    const message = work.get(scope, 'message', args.messageId);
    if (message === undefined) return [];
    const task = work.get(scope, 'task', args.messageId);
    return [
      ...pagePictureKeys(work, args.channelId, args.messageId),
      ...concernedKeys(args.channelId, args.messageId, [task?.authorId, task?.assigneeId]),
      ...formerMentionKeys(args.messageId, message.text),
      ...attachKeys(args.channelId, message.attachments),
      ...tickKeys(work, args.channelId, args.messageId),
      ...(message.rootId === null ? [] : [{ scope, kind: 'thread', id: message.rootId } as const]),
    ];
  },
  run(work, args) {
    const access = enter(work, args.channelId);
    if (isRefusal(access)) return access;
    const scope = channelScope(args.channelId);
    const message = work.get(scope, 'message', args.messageId);
    if (message === undefined) return refuse('not_found');
    if (!mayDelete(work.actor, message, access.member)) return refuse('forbidden');
    // S9: deletes win. A second one finds its wish fulfilled.
    if (message.deletedAt !== null) return undefined;
    const { urgent: _reason, forward: _from, edits: _edits, poll: _poll, ...kept } = message;
    work.put(scope, {
      ...kept,
      text: '',
      attachments: [],
      deletedAt: work.now,
      op: work.op,
    });
    work.remove(scope, 'pin', message.id);
    work.remove(scope, 'poll', message.id);
    const task = work.get(scope, 'task', message.id);
    work.remove(scope, 'task', message.id);
    tellConcerned(work, args.channelId, task, undefined);
    dropChecklist(work, args.channelId, message.id);
    untellMentioned(work, message.id, message.text, '');
    dropPreviews(work, args.channelId, args.messageId, []);
    dropRevisions(work, args.channelId, args.messageId);
    detachFiles(work, args.channelId, message.attachments);
    const thread = message.rootId === null ? undefined : work.get(scope, 'thread', message.rootId);
    if (thread !== undefined && thread.replies > 0) {
      work.put(scope, { ...thread, replies: thread.replies - 1 });
    }
    return undefined;
  },
});
