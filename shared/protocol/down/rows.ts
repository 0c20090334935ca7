import { z } from 'zod';
import { wireRow } from '../wire-row.ts';

/**
 * S4: what one group of commands changed in a scope. Apply it when the cursor is at least `from`,
 * then the cursor is `to`; otherwise pull.
 */
export const rows = z.object({
  t: z.literal('rows'),
  scope: z.string(),
  from: z.number().int().nonnegative(),
  to: z.number().int().nonnegative(),
  count: z.number().int().nonnegative(),
  rows: z.array(wireRow),
});
