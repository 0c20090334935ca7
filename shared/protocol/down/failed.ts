import { z } from 'zod';

/** Answer to a request (`pull`, `history`, `get`, `find`) that could not be met. */
export const failed = z.object({
  t: z.literal('failed'),
  id: z.number().int().nonnegative(),
  /** `forbidden`: no right to read it (any more); `unavailable`: ask again later. */
  code: z.enum(['forbidden', 'not_found', 'unavailable']),
});
