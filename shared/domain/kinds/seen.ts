import { z } from 'zod';
import { rowBase } from '../row.ts';

/**
 * How far somebody has read a conversation or a small channel, for the others in it; where the
 * company's policy has it so (`seenBy`, `seenMembers`). Scope: channel. Id: the person's id.
 */
export const seen = z.object({
  kind: z.literal('seen'),
  ...rowBase,
  /** Position of the last message that they have seen. It never goes back (S9). */
  position: z.number().int().nonnegative(),
});
export type Seen = z.infer<typeof seen>;
