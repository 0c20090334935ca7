import { z } from 'zod';
import { channelId, messageId } from '../../domain/ids.ts';

/**
 * Messages by position, with their pins, reactions and threads: for a place in a channel that the client
 * does not hold. `around` a position, or the newest `before` it, or the oldest `after` it.
 * With `rootId` only that thread's replies. Answer: `history`.
 */
export const history = z.strictObject({
  t: z.literal('history'),
  id: z.number().int().nonnegative(),
  channelId,
  rootId: messageId.nullable(),
  direction: z.enum(['around', 'before', 'after']),
  position: z.number().int().nonnegative(),
  limit: z.number().int().min(1).max(200),
});
