import { z } from 'zod';
import { status } from '../domain/kinds/user.ts';
import { orgScope, userScope } from '../domain/scope.ts';
import { defineCommand, refuse } from './command.ts';

/** Changes what colleagues see of the actor. */
export const profileSet = defineCommand({
  name: 'profile.set',
  args: z.strictObject({
    displayName: z.string().trim().min(1).max(80).optional(),
    title: z.string().max(120).optional(),
    department: z.string().max(120).optional(),
    location: z.string().max(120).optional(),
    timeZone: z.string().max(64).optional(),
    status: status.nullable().optional(),
  }),
  lane: (_args, actor) => userScope(actor.userId),
  needs: (_args, actor) => [{ scope: orgScope, kind: 'user', id: actor.userId }],
  run(work, args) {
    const before = work.get(orgScope, 'user', work.actor.userId);
    if (before === undefined) return refuse('not_found');
    work.put(orgScope, {
      ...before,
      displayName: args.displayName ?? before.displayName,
      title: args.title ?? before.title,
      department: args.department ?? before.department,
      location: args.location ?? before.location,
      timeZone: args.timeZone ?? before.timeZone,
      status: args.status === undefined ? before.status : args.status,
    });
    return undefined;
  },
});
