import { z } from 'zod';
import { refusal } from '../../domain/refusal.ts';

/**
 * S10: what became of commands, sent after the commit reached the disk. `at` names the newest
 * version that the command gave in each scope that the actor reads: once the client holds these,
 * it shows the confirmed rows and drops its overlay (S8).
 */
export const acks = z.object({
  t: z.literal('acks'),
  acks: z.array(
    z.union([
      z.object({
        op: z.string(),
        ok: z.literal(true),
        at: z.record(z.string(), z.number().int().nonnegative()),
      }),
      z.object({ op: z.string(), ok: z.literal(false), refusal }),
    ]),
  ),
});
export type Ack = z.infer<typeof acks>['acks'][number];
