import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';

/** Its row's only id. */
export const ACTIVITY_ROW = 'activity';

/** How far its owner has looked through what concerns them. Scope: user. Id: `activity`. */
export const activity = z.object({
  kind: z.literal('activity'),
  ...rowBase,
  /** What happened up to this moment has been seen, ms. It never goes back (S9). */
  seenTo: timestamp,
});
export type Activity = z.infer<typeof activity>;
