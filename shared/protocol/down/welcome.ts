import { z } from 'zod';
import { userId } from '../../domain/ids.ts';

export const scopeHead = z.object({
  scope: z.string(),
  /** The scope's newest version (S2). */
  head: z.number().int().nonnegative(),
  /** For a channel: its countable messages so far; 0 otherwise. */
  count: z.number().int().nonnegative(),
});

/**
 * The connection stands. From now on `rows` come for each of these scopes; where `head` is above
 * the client's cursor it has something to pull.
 */
export const welcome = z.object({
  t: z.literal('welcome'),
  protocol: z.number().int().positive(),
  server: z.string(),
  userId,
  /** The relay's clock, ms (S15). */
  time: z.number().int().nonnegative(),
  /** `full`: keep all of `org`. `lazy`: fetch people and channels when they are needed. */
  directory: z.enum(['full', 'lazy']),
  /** When the access token runs out, ms: send `renew` before. */
  expires: z.number().int().nonnegative(),
  /** Without contact for so many days the cache locks (S12); 0: never. */
  leaseDays: z.number().int().nonnegative(),
  scopes: z.array(scopeHead),
});
