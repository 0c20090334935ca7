import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';

/**
 * What a thread's first message shows of its replies. A row of its own, so that a reply does not
 * resend that message. Scope: channel. Id: the first message's id.
 */
export const thread = z.object({
  kind: z.literal('thread'),
  ...rowBase,
  replies: z.number().int().nonnegative(),
  lastReplyAt: timestamp,
  /** The last few who replied, newest first, each once. */
  participants: z.array(z.string()).max(5),
});
export type Thread = z.infer<typeof thread>;
