import { z } from 'zod';

export const pong = z.object({ t: z.literal('pong'), n: z.number().int().nonnegative() });
