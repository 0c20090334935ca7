import { z } from 'zod';
import { userScope } from '../domain/scope.ts';
import { defineCommand } from './command.ts';
import { putClaim, reminderFields, reminderKey } from './reminder-row.ts';

/** The person was told of a reminder on this computer: the others need not any more. */
export const reminderTold = defineCommand({
  name: 'reminder.told',
  args: z.strictObject(reminderFields),
  lane: (_args, actor) => userScope(actor.userId),
  needs: (args, actor) => [reminderKey(args, actor)],
  run(work, args) {
    putClaim(work, args, () => ({ at: args.at, op: work.op, told: true }));
    return undefined;
  },
});
