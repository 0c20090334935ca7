import { z } from 'zod';
import { channelId, taskId } from '../domain/ids.ts';
import { itemId, itemText, MAX_ITEMS } from '../domain/kinds/checklist.ts';
import { tickId } from '../domain/kinds/tick.ts';
import { channelScope } from '../domain/scope.ts';
import { accessKeys, enterToWrite, isRefusal } from './channel-access.ts';
import { checklistKey, tickKey } from './checklist-row.ts';
import { defineCommand, refuse } from './command.ts';
import { taskKey } from './task-row.ts';

/**
 * Adds one line to the checklist of a message or a task, words it anew, or takes it away. It is
 * done to the list as it stands, so that two who add at once both have their line (S9).
 */
export const checklistSet = defineCommand({
  name: 'checklist.set',
  args: z
    .strictObject({
      channelId,
      ownerId: taskId,
      /** Null for a new line; its id is the command's. */
      itemId: itemId.nullable(),
      /** Null takes it away. */
      text: itemText.nullable(),
    })
    .refine((args) => args.itemId !== null || args.text !== null, 'nothing to add'),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor, op) => [
    ...accessKeys(args.channelId, actor),
    { scope: channelScope(args.channelId), kind: 'message', id: args.ownerId },
    taskKey(args.channelId, args.ownerId),
    checklistKey(args.channelId, args.ownerId),
    tickKey(args.channelId, args.ownerId, args.itemId ?? op),
  ],
  run(work, args) {
    const access = enterToWrite(work, args.channelId);
    if (isRefusal(access)) return access;
    const scope = channelScope(args.channelId);
    const message = work.get(scope, 'message', args.ownerId);
    const task = work.get(scope, 'task', args.ownerId);
    if (message === undefined && task === undefined) return refuse('not_found');
    if (message != null && message.deletedAt !== null) return refuse('deleted');
    const before = work.get(scope, 'checklist', args.ownerId)?.items ?? [];
    const id = args.itemId ?? work.op;
    const known = before.some((item) => item.id === id);
    if (args.itemId !== null) {
      if (!known) return refuse('not_found');
      // The lines of a message are its author's words; a task belongs to all.
      const mine = task !== undefined || message?.authorId === work.actor.userId;
      if (!mine) return refuse('forbidden');
    } else if (before.length >= MAX_ITEMS) return refuse('too_many');
    const { text } = args;
    const items =
      text === null
        ? before.filter((item) => item.id !== id)
        : known
          ? before.map((item) => (item.id === id ? { id, text } : item))
          : [...before, { id, text }];
    if (JSON.stringify(items) === JSON.stringify(before)) return undefined;
    if (text === null) work.remove(scope, 'tick', tickId(args.ownerId, id));
    if (items.length === 0) work.remove(scope, 'checklist', args.ownerId);
    else work.put(scope, { kind: 'checklist', id: args.ownerId, items });
    return undefined;
  },
});
