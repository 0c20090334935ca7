import { z } from 'zod';
import { opId } from '../../domain/ids.ts';
import { limits } from '../limits.ts';

/**
 * Commands, carried out in the order of the list and of the frames. Answer: one `acks` or several,
 * which may come in any grouping. An `op` that was seen before gets its first outcome (S1).
 */
export const commandsFrame = z.strictObject({
  t: z.literal('commands'),
  commands: z
    .array(z.strictObject({ op: opId, name: z.string().max(60), args: z.unknown() }))
    .min(1)
    .max(limits.commandsPerFrame),
});
