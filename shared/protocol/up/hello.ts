import { z } from 'zod';

/** The first frame of every connection. Answer: `welcome`, or a close code. */
export const hello = z.strictObject({
  t: z.literal('hello'),
  protocol: z.number().int().positive(),
  /** For the relay's logs: `balai/0.1.0 win32`. */
  client: z.string().max(120),
  /** Access token of the sign-in. */
  token: z.string().max(4_096),
});
