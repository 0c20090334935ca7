import { z } from 'zod';
import { wireRow } from '../wire-row.ts';

/** Answer to `get` and `find`. What the asker may not read is missing, as if it did not exist. */
export const found = z.object({
  t: z.literal('found'),
  id: z.number().int().nonnegative(),
  /** Each row with the scope it lives in. */
  rows: z.array(z.object({ scope: z.string(), row: wireRow })),
  /** Give it as `after` for the next page; null at the end. */
  next: z.string().nullable(),
});
