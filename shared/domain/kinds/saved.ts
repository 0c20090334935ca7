import { z } from 'zod';
import { claim } from '../claim.ts';
import { rowBase, timestamp } from '../row.ts';

/** A moment that a calendar knows, ms. */
export const remindTime = timestamp.max(8_640_000_000_000_000);

/**
 * A message that somebody keeps to come back to. It holds no words: whoever may not read the channel
 * any more sees nothing of it (S11). Scope: user. Id: the message's.
 */
export const saved = z.object({
  kind: z.literal('saved'),
  ...rowBase,
  channelId: z.string(),
  /** When to remind of it, ms; null for never. */
  remindAt: remindTime.nullable(),
  done: z.boolean(),
  savedAt: timestamp,
  /** Which computer tells of `remindAt`. */
  claim: claim.optional(),
});
export type Saved = z.infer<typeof saved>;
