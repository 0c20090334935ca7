import { z } from 'zod';

/** How the people looked at are now; only changes after the first answer to `look`. */
export const presence = z.object({
  t: z.literal('presence'),
  people: z.array(z.object({ userId: z.string(), state: z.enum(['active', 'away', 'offline']) })),
});
