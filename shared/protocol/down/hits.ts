import { z } from 'zod';
import { wireRow } from '../wire-row.ts';

/** Answer to `search`: message rows as they are now, newest first. */
export const hits = z.object({
  t: z.literal('hits'),
  id: z.number().int().nonnegative(),
  hits: z.array(z.object({ channelId: z.string(), row: wireRow })),
  /** `parts`: some were found inside of words, since whole words filled no page. */
  mode: z.enum(['words', 'parts']),
  /** Give it as `after` for the next page; null at the end. A page may be short, or empty, before it. */
  next: z.string().nullable(),
});
