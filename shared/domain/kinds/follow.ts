import { z } from 'zod';
import { rowBase } from '../row.ts';

/**
 * Its owner follows a thread, or has said that they do not want to. In their own scope, so that
 * the list of one's threads is true before the channels have been fetched. A follow counts while
 * its owner is a member of the channel (S11). Scope: user. Id: the id of the thread's first message.
 */
export const follow = z.object({
  kind: z.literal('follow'),
  ...rowBase,
  channelId: z.string(),
  /** False: only the person themself turns it on again, or an answer of theirs. */
  on: z.boolean(),
  /** Position up to which its replies have been read. It never goes back (S9). */
  readTo: z.number().int().nonnegative(),
});
export type Follow = z.infer<typeof follow>;
