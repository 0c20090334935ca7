import { z } from 'zod';
import { channelId, taskId } from '../domain/ids.ts';
import { mayManageChannel } from '../domain/permissions.ts';
import { channelScope } from '../domain/scope.ts';
import { accessKeys, enterToWrite, isRefusal } from './channel-access.ts';
import { checklistKey, dropChecklist, tickKeys } from './checklist-row.ts';
import { defineCommand, refuse } from './command.ts';
import { concernedKeys, taskKey, tellConcerned } from './task-row.ts';

/** Takes a task away; the message that it was made of stays. What is gone has its wish fulfilled. */
export const taskRemove = defineCommand({
  name: 'task.remove',
  args: z.strictObject({ channelId, taskId }),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor) => [
    ...accessKeys(args.channelId, actor),
    taskKey(args.channelId, args.taskId),
    checklistKey(args.channelId, args.taskId),
  ],
  follow(work, args) {
    const task = work.get(channelScope(args.channelId), 'task', args.taskId);
    return [
      ...concernedKeys(args.channelId, args.taskId, [task?.authorId, task?.assigneeId]),
      ...tickKeys(work, args.channelId, args.taskId),
    ];
  },
  run(work, args) {
    const access = enterToWrite(work, args.channelId);
    if (isRefusal(access)) return access;
    const scope = channelScope(args.channelId);
    const task = work.get(scope, 'task', args.taskId);
    if (task === undefined) return undefined;
    const { userId } = work.actor;
    const concerned = task.authorId === userId || task.assigneeId === userId;
    if (!concerned && !mayManageChannel(work.actor, access.member)) return refuse('forbidden');
    work.remove(scope, 'task', args.taskId);
    // That of a message stays with it.
    if (task.messageId === null) dropChecklist(work, args.channelId, args.taskId);
    tellConcerned(work, args.channelId, task, undefined);
    return undefined;
  },
});
