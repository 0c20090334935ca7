import { z } from 'zod';

/** Answer: `pong` with the same number. */
export const ping = z.strictObject({ t: z.literal('ping'), n: z.number().int().nonnegative() });
