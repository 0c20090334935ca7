import { z } from 'zod';
import { scope } from '../../domain/scope.ts';
import { limits } from '../limits.ts';

/** Single rows, as far as the asker may read them. Answer: `found`. */
export const get = z.strictObject({
  t: z.literal('get'),
  id: z.number().int().nonnegative(),
  keys: z
    .array(z.strictObject({ scope, kind: z.string().max(40), id: z.string().min(1).max(160) }))
    .min(1)
    .max(limits.keysPerGet),
});
