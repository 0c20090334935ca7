import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';

/** Somebody's place in a channel, as its other members see it. Scope: channel. Id: the user's id. */
export const member = z.object({
  kind: z.literal('member'),
  ...rowBase,
  role: z.enum(['owner', 'member']),
  joinedAt: timestamp,
});
export type Member = z.infer<typeof member>;
