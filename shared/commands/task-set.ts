import { z } from 'zod';
import { channelId, taskId, userId } from '../domain/ids.ts';
import { dueTime } from '../domain/kinds/task.ts';
import { channelScope } from '../domain/scope.ts';
import { accessKeys, enterToWrite, isRefusal } from './channel-access.ts';
import { defineCommand, refuse, type NewRow } from './command.ts';
import { taskTitle } from './task-add.ts';
import { concernedKeys, taskKey, tellConcerned } from './task-row.ts';

/**
 * Changes what is named and nothing else, so that two who change different things at once do not
 * undo one another (S9).
 */
export const taskSet = defineCommand({
  name: 'task.set',
  args: z.strictObject({
    channelId,
    taskId,
    title: taskTitle.optional(),
    assigneeId: userId.nullable().optional(),
    dueAt: dueTime.nullable().optional(),
    done: z.boolean().optional(),
  }),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor) => [
    ...accessKeys(args.channelId, actor),
    taskKey(args.channelId, args.taskId),
    ...concernedKeys(args.channelId, args.taskId, [args.assigneeId]),
  ],
  follow(work, args) {
    const task = work.get(channelScope(args.channelId), 'task', args.taskId);
    return concernedKeys(args.channelId, args.taskId, [task?.authorId, task?.assigneeId]);
  },
  run(work, args) {
    const access = enterToWrite(work, args.channelId);
    if (isRefusal(access)) return access;
    const scope = channelScope(args.channelId);
    const before = work.get(scope, 'task', args.taskId);
    if (before === undefined) return refuse('not_found');
    const { assigneeId = before.assigneeId } = args;
    const isNew = assigneeId !== null && assigneeId !== before.assigneeId;
    if (isNew && work.get(scope, 'member', assigneeId) === undefined) return refuse('not_here');
    const done = args.done ?? before.doneAt !== null;
    const ticked = done === (before.doneAt !== null);
    const { version: _version, ...kept } = before;
    const after: NewRow<'task'> = {
      ...{ ...kept, title: args.title ?? before.title, assigneeId },
      dueAt: args.dueAt === undefined ? before.dueAt : args.dueAt,
      doneAt: ticked ? before.doneAt : done ? work.now : null,
      doneBy: ticked ? before.doneBy : done ? work.actor.userId : null,
    };
    if (JSON.stringify(after) === JSON.stringify(kept)) return undefined;
    work.put(scope, after);
    tellConcerned(work, args.channelId, before, after);
    return undefined;
  },
});
