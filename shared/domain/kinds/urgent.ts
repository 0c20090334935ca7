import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';

/** Longest reason for an urgent message, in UTF-16 units. */
export const MAX_REASON = 200;

/**
 * Somebody rang others outside their working hours, and why. The relay's own, so that
 * administrators can count; it does not say what was written. Scope: registry. Id: the message's id.
 */
export const urgent = z.object({
  kind: z.literal('urgent'),
  ...rowBase,
  authorId: z.string(),
  channelId: z.string(),
  reason: z.string().max(MAX_REASON),
  at: timestamp,
});
export type Urgent = z.infer<typeof urgent>;
