import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';

/**
 * Somebody was named in a message. In the named person's own scope, so that badges are true
 * before the channel has been fetched. Scope: user. Id: the message's id.
 */
export const mention = z.object({
  kind: z.literal('mention'),
  ...rowBase,
  channelId: z.string(),
  position: z.number().int().nonnegative(),
  rootId: z.string().nullable(),
  authorId: z.string(),
  at: timestamp,
});
export type Mention = z.infer<typeof mention>;
