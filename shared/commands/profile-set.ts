import { z } from 'zod';
import { about, absence, status } from '../domain/kinds/user.ts';
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
    ...about,
    pronouns: line(40).optional(),
    skills: z.array(z.string().overwrite(oneLine).trim().min(1).max(60)).max(30).optional(),
    absence: z
      .object({ ...absence.shape, note: line(200) })
      .refine(({ from, until }) => from < until, 'ends before it begins')
      .nullable()
      .optional(),
  }),
  lane: (_args, actor) => userScope(actor.userId),
  needs: (_args, actor) => [{ scope: orgScope, kind: 'user', id: actor.userId }],
  run(work, args) {
    const before = work.get(orgScope, 'user', work.actor.userId);
    if (before === undefined) return refuse('not_found');
    const changes = Object.entries(args).filter(([, value]) => value !== undefined);
    work.put(orgScope, { ...before, ...Object.fromEntries(changes) });
    return undefined;
  },
});
