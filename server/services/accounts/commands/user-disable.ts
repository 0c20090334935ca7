import { z } from 'zod';
import { defineCommand, refuse } from '../../../../shared/commands/command.ts';
import { userId } from '../../../../shared/domain/ids.ts';
import { orgScope } from '../../../../shared/domain/scope.ts';

/**
 * Closes a person's account or opens it again. What they wrote and where they belong stays. The
 * relay's own command; whoever runs it also ends their sessions.
 */
export const userDisable = defineCommand({
  name: 'user.disable',
  args: z.strictObject({ userId, disabled: z.boolean() }),
  lane: () => orgScope,
  needs: (args) => [{ scope: orgScope, kind: 'user', id: args.userId }],
  run(work, args) {
    if (work.actor.role !== 'system') return refuse('forbidden');
    const before = work.get(orgScope, 'user', args.userId);
    if (before === undefined) return refuse('not_found');
    if ((before.disabledAt !== null) === args.disabled) return undefined;
    work.put(orgScope, { ...before, disabledAt: args.disabled ? work.now : null });
    return undefined;
  },
});
