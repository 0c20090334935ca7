import { z } from 'zod';
import { claim } from '../claim.ts';
import { rowBase, timestamp } from '../row.ts';

/**
 * A task that somebody has, or has given: in their own scope, so that their list, their badge and
 * their reminders are true before the channel has been fetched. It holds no words: whoever may not
 * read the channel any more sees nothing of it (S11). Scope: user. Id: the task's.
 */
export const assignment = z.object({
  kind: z.literal('assignment'),
  ...rowBase,
  channelId: z.string(),
  /** Whose it is; null for nobody's yet. */
  assigneeId: z.string().nullable(),
  /** Who made it theirs, or nobody's, and when. */
  by: z.string(),
  at: timestamp,
  dueAt: timestamp.nullable(),
  done: z.boolean(),
  /** Which computer tells of `dueAt`. */
  claim: claim.optional(),
});
export type Assignment = z.infer<typeof assignment>;
