import { z } from 'zod';
import { wireRow } from '../wire-row.ts';

/**
 * Answer to `pull`: every row of the scope with `from < version <= to`, and none is missing. Where
 * `from` is above the `after` that was asked for, the rest is a hole to pull later (S6).
 */
export const page = z.object({
  t: z.literal('page'),
  id: z.number().int().nonnegative(),
  scope: z.string(),
  from: z.number().int().nonnegative(),
  to: z.number().int().nonnegative(),
  head: z.number().int().nonnegative(),
  count: z.number().int().nonnegative(),
  rows: z.array(wireRow),
});
