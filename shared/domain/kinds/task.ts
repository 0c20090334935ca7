import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';

/** Longest name of a task, in UTF-16 units. */
export const MAX_TITLE = 250;

/** A moment that a calendar knows, ms. */
export const dueTime = timestamp.max(8_640_000_000_000_000);

/**
 * Something to be done, by somebody or nobody yet, for everybody in its channel to see. Scope:
 * channel. Id: the id of the message that it was made of (so each becomes one task only), or that
 * of the command that made it.
 */
export const task = z.object({
  kind: z.literal('task'),
  ...rowBase,
  messageId: z.string().nullable(),
  title: z.string().max(MAX_TITLE),
  authorId: z.string(),
  assigneeId: z.string().nullable(),
  /** ms. */
  dueAt: timestamp.nullable(),
  /** When it was done, and by whom; null while it is open. */
  doneAt: timestamp.nullable(),
  doneBy: z.string().nullable(),
  createdAt: timestamp,
});
export type Task = z.infer<typeof task>;
