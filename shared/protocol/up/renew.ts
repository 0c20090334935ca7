import { z } from 'zod';

/** A fresh access token for the same session, before the old one runs out. No answer. */
export const renew = z.strictObject({ t: z.literal('renew'), token: z.string().max(4_096) });
