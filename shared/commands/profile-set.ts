import { z } from 'zod';
import { status } from '../domain/kinds/user.ts';
import { oneLine } from '../domain/one-line.ts';
import { orgScope, userScope } from '../domain/scope.ts';
import { defineCommand, refuse } from './command.ts';

const line = (most: number) => z.string().max(most).overwrite(oneLine);

/** Changes what colleagues see of the actor. */
export const profileSet = defineCommand({
  name: 'profile.set',
  args: z.strictObject({
    displayName: z.string().overwrite(oneLine).trim().min(1).max(80).optional(),
    title: line(120).optional(),
    department: line(120).optional(),
    location: line(120).optional(),
    timeZone: line(64).optional(),
    status: z
      .object({ ...status.shape, emoji: line(64), text: line(120) })
      .nullable()
      .optional(),
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
