import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';

/** Somebody holds a message up for everybody in the channel. Scope: channel. Id: the message's. */
export const pin = z.object({
  kind: z.literal('pin'),
  ...rowBase,
  /** Who pinned it, and when. */
  by: z.string(),
  at: timestamp,
});
export type Pin = z.infer<typeof pin>;
