import { z } from 'zod';
import { scope } from '../../domain/scope.ts';
import { limits } from '../limits.ts';

/**
 * S3, S6: the rows of a scope with `after < version <= upTo`, the newest first page of them.
 * Answer: `page`, which says what part of that range it covers; ask again for the rest.
 */
export const pull = z.strictObject({
  t: z.literal('pull'),
  /** Chosen by the client; the answer carries it. */
  id: z.number().int().nonnegative(),
  scope,
  after: z.number().int().nonnegative(),
  /** Null: up to the newest. */
  upTo: z.number().int().nonnegative().nullable(),
  limit: z.number().int().min(1).max(limits.pageRows),
});
