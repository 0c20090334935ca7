import { z } from 'zod';
import { wireRow } from '../wire-row.ts';

/**
 * Answer to `history`: all messages with `from <= position <= to`, ascending, then the pins,
 * reactions, polls, votes and threads that belong to them. `atStart`, `atEnd`: there is nothing before, after.
 */
export const historyPage = z.object({
  t: z.literal('history'),
  id: z.number().int().nonnegative(),
  channelId: z.string(),
  rootId: z.string().nullable(),
  from: z.number().int().nonnegative(),
  to: z.number().int().nonnegative(),
  atStart: z.boolean(),
  atEnd: z.boolean(),
  rows: z.array(wireRow),
});
