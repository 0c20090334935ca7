import { z } from 'zod';
import { wireRow } from '../wire-row.ts';

/**
 * With a `lazy` directory: rows of `org` that everybody keeps, and one's own, as they change. They
 * move no cursor; what else was changed is pulled when the line comes back.
 */
export const company = z.object({
  t: z.literal('company'),
  rows: z.array(wireRow),
});
