import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';

/** A line of a checklist is done. Scope: channel. Id: `<checklist>/<line>`. */
export const tick = z.object({
  kind: z.literal('tick'),
  ...rowBase,
  /** Who ticked it off first, and when. */
  by: z.string(),
  at: timestamp,
});
export type Tick = z.infer<typeof tick>;

export const tickId = (checklistId: string, itemId: string): string => `${checklistId}/${itemId}`;

/** The checklist in the id of a tick. */
export const tickOf = (id: string): string => id.slice(0, id.indexOf('/'));
