import { z } from 'zod';
import { channelId, messageId, taskId, userId } from '../domain/ids.ts';
import { itemId } from '../domain/kinds/checklist.ts';
import { dueTime } from '../domain/kinds/task.ts';
import { method } from './method.ts';
import type { Queued } from './queued.ts';
import type { TaskCounts, TaskList } from './task-views.ts';

/** Tasks: part of the core's API. */
export const taskApi = {
  /** What the person has, what they have given, or what is to be done in one channel. */
  tasks: method<TaskList>()(
    z.discriminatedUnion('of', [
      z.strictObject({ of: z.literal('mine'), done: z.boolean() }),
      z.strictObject({ of: z.literal('given'), done: z.boolean() }),
      z.strictObject({ of: z.literal('channel'), channelId, done: z.boolean() }),
    ]),
  ),
  taskCounts: method<TaskCounts>()(z.strictObject({})),
  /** Of a message, or by itself. */
  addTask: method<Queued>()(
    z.strictObject({
      channelId,
      messageId: messageId.nullable(),
      title: z.string(),
      assigneeId: userId.nullable(),
      dueAt: dueTime.nullable(),
    }),
  ),
  /** Changes what is named. */
  setTask: method<Queued>()(
    z.strictObject({
      channelId,
      taskId,
      title: z.string().optional(),
      assigneeId: userId.nullable().optional(),
      dueAt: dueTime.nullable().optional(),
      done: z.boolean().optional(),
    }),
  ),
  removeTask: method<Queued>()(z.strictObject({ channelId, taskId })),
  /** A line of the checklist of a message or a task is done, or open again. */
  tick: method<Queued>()(z.strictObject({ channelId, ownerId: taskId, itemId, done: z.boolean() })),
  /** Adds a line (without an `itemId`), words it anew, or takes it away (without a text). */
  setItem: method<Queued>()(
    z.strictObject({
      channelId,
      ownerId: taskId,
      itemId: itemId.nullable(),
      text: z.string().nullable(),
    }),
  ),
} as const;
