import { z } from 'zod';
import { opId } from '../domain/ids.ts';
import { userScope } from '../domain/scope.ts';
import { defineCommand } from './command.ts';
import { putClaim, reminderFields, reminderKey } from './reminder-row.ts';

/**
 * A computer wants to be the one that tells a reminder. The first has it; a later one only where it
 * knew of the claim before (`after`) and found that it came to nothing. Whoever comes too late changes
 * nothing, and sees by the row whose it is.
 */
export const reminderClaim = defineCommand({
  name: 'reminder.claim',
  args: z.strictObject({ ...reminderFields, after: opId.nullable() }),
  lane: (_args, actor) => userScope(actor.userId),
  needs: (args, actor) => [reminderKey(args, actor)],
  run(work, args) {
    putClaim(work, args, (before) =>
      (before?.op ?? null) === args.after ? { at: args.at, op: work.op, told: false } : null,
    );
    return undefined;
  },
});
