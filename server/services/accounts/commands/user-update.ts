import { z } from 'zod';
import { defineCommand, refuse } from '../../../../shared/commands/command.ts';
import { userId } from '../../../../shared/domain/ids.ts';
import { roles } from '../../../../shared/domain/kinds/user.ts';
import { orgScope } from '../../../../shared/domain/scope.ts';

/** Changes what the company says of a person. The relay's own command. */
export const userUpdate = defineCommand({
  name: 'user.update',
  args: z.strictObject({
    userId,
    displayName: z.string().trim().min(1).max(80).optional(),
    role: z.enum(roles).optional(),
    title: z.string().max(120).optional(),
  }),
  lane: () => orgScope,
  needs: (args) => [{ scope: orgScope, kind: 'user', id: args.userId }],
  run(work, args) {
    if (work.actor.role !== 'system') return refuse('forbidden');
    const before = work.get(orgScope, 'user', args.userId);
    if (before === undefined) return refuse('not_found');
    work.put(orgScope, {
      ...before,
      displayName: args.displayName ?? before.displayName,
      role: args.role ?? before.role,
      title: args.title ?? before.title,
    });
    return undefined;
  },
});
