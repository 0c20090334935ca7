import { z } from 'zod';

/** Whether the person is at this device. No answer. */
export const presenceSet = z.strictObject({
  t: z.literal('presence'),
  state: z.enum(['active', 'away']),
});
