import { z } from 'zod';
import { channelId } from '../../domain/ids.ts';

const common = {
  t: z.literal('find'),
  id: z.number().int().nonnegative(),
  limit: z.number().int().min(1).max(100),
  /** `next` of the answer before; null for the first page. */
  after: z.string().max(200).nullable(),
};

/**
 * People by name, public channels by name, the members of a channel, or all that everybody keeps of
 * the company with one's own row. Answer: `found`.
 */
export const find = z.discriminatedUnion('what', [
  z.strictObject({ ...common, what: z.literal('people'), query: z.string().max(100) }),
  z.strictObject({ ...common, what: z.literal('channels'), query: z.string().max(100) }),
  z.strictObject({ ...common, what: z.literal('members'), channelId }),
  z.strictObject({ ...common, what: z.literal('company') }),
]);
