import { z } from 'zod';

/** The last frame before the relay closes; `close-codes.ts` says what the code asks for. */
export const bye = z.object({
  t: z.literal('bye'),
  code: z.number().int(),
  reason: z.string(),
  /** Come back no sooner than this, ms. */
  retryAfterMs: z.number().int().nonnegative(),
});
