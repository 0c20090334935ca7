import { z } from 'zod';
import { scopeHead } from './welcome.ts';

/** The person came into channels while connected: `rows` come for them from now on. */
export const subscribed = z.object({ t: z.literal('subscribed'), scopes: z.array(scopeHead) });
