import { z } from 'zod';
import { rowBase } from '../row.ts';

/**
 * How far its owner has read a channel. Scope: user. Id: the channel's id.
 * S9: markers merge by maximum of (epoch, position). "Mark as unread" goes back by beginning a
 * new epoch, so that an older device that still reports progress cannot undo it.
 */
export const marker = z.object({
  kind: z.literal('marker'),
  ...rowBase,
  epoch: z.number().int().nonnegative(),
  /** Position of the last message that was read; 0 for none. */
  position: z.number().int().nonnegative(),
  /** That message's ordinal: unread = the channel's ordinal - this. */
  ordinal: z.number().int().nonnegative(),
});
export type Marker = z.infer<typeof marker>;
