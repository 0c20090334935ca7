import { z } from 'zod';

/** Somebody is writing; forget it after five seconds. */
export const typingNow = z.object({
  t: z.literal('typing'),
  channelId: z.string(),
  rootId: z.string().nullable(),
  userId: z.string(),
});
