import { z } from 'zod';
import { oneLine } from '../one-line.ts';
import { rowBase } from '../row.ts';

export const MAX_ITEMS = 50;
/** Longest line of a checklist, in UTF-16 units. */
export const MAX_ITEM = 250;

/** A line as it is written. */
export const itemText = z.string().overwrite(oneLine).trim().min(1).max(MAX_ITEM);

/** A number for the lines that a message brought, an op's id for one that came later. */
export const itemId = z
  .string()
  .max(36)
  .regex(/^[0-9a-f-]+$/);

/**
 * Lines to be ticked off, of a message or a task. What is ticked is a `tick` row each, so that two
 * who tick at once do not undo one another (S9). Scope: channel. Id: the message's or the task's.
 */
export const checklist = z.object({
  kind: z.literal('checklist'),
  ...rowBase,
  items: z.array(z.object({ id: itemId, text: z.string().max(MAX_ITEM) })).max(MAX_ITEMS),
});
export type Checklist = z.infer<typeof checklist>;
