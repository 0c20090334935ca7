import { z } from 'zod';
import { channelId, messageId, userId } from '../domain/ids.ts';
import { dueTime, MAX_TITLE } from '../domain/kinds/task.ts';
import { oneLine } from '../domain/one-line.ts';
import { channelScope } from '../domain/scope.ts';
import { accessKeys, enterToWrite, isRefusal } from './channel-access.ts';
import { defineCommand, refuse, type NewRow } from './command.ts';
import { concernedKeys, taskKey, tellConcerned } from './task-row.ts';

export const taskTitle = z.string().overwrite(oneLine).trim().min(1).max(MAX_TITLE);

/** Makes a task, of a message or by itself. Its id is the message's, or else the command's. */
export const taskAdd = defineCommand({
  name: 'task.add',
  args: z.strictObject({
    channelId,
    messageId: messageId.nullable(),
    title: taskTitle,
    assigneeId: userId.nullable(),
    dueAt: dueTime.nullable(),
  }),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor, op) => {
    const taskId = args.messageId ?? op;
    return [
      ...accessKeys(args.channelId, actor),
      taskKey(args.channelId, taskId),
      ...(args.messageId === null
        ? []
        : ([
            { scope: channelScope(args.channelId), kind: 'message', id: args.messageId },
          ] as const)),
      ...concernedKeys(args.channelId, taskId, [actor.userId, args.assigneeId]),
    ];
  },
  run(work, args) {
    const access = enterToWrite(work, args.channelId);
    if (isRefusal(access)) return access;
    const scope = channelScope(args.channelId);
    if (args.messageId !== null) {
      const message = work.get(scope, 'message', args.messageId);
      if (message === undefined) return refuse('not_found');
      if (message.deletedAt !== null) return refuse('deleted');
      if (message.system !== null) return refuse('forbidden');
    }
    const id = args.messageId ?? work.op;
    if (work.get(scope, 'task', id) !== undefined) return refuse('has_task');
    const { assigneeId } = args;
    if (assigneeId !== null && work.get(scope, 'member', assigneeId) === undefined) {
      return refuse('not_here');
    }
    const task: NewRow<'task'> = {
      ...{ kind: 'task', id, messageId: args.messageId, title: args.title, assigneeId },
      ...{ authorId: work.actor.userId, dueAt: args.dueAt, doneAt: null, doneBy: null },
      createdAt: work.now,
    };
    work.put(scope, task);
    tellConcerned(work, args.channelId, undefined, task);
    return undefined;
  },
});
