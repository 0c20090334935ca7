import { z } from 'zod';
import { opId } from '../domain/ids.ts';
import { MAX_SECTION_NAME } from '../domain/kinds/section.ts';
import { oneLine } from '../domain/one-line.ts';
import { userScope } from '../domain/scope.ts';
import { defineCommand, refuse } from './command.ts';

const FURTHEST = 1_000_000_000;

/** Makes a section of the actor's own sidebar, or changes what is named of it. */
export const sectionSet = defineCommand({
  name: 'section.set',
  args: z.strictObject({
    /** For a new one: a fresh id (S1), with a name. */
    sectionId: opId,
    name: z.string().overwrite(oneLine).trim().min(1).max(MAX_SECTION_NAME).optional(),
    place: z.number().min(-FURTHEST).max(FURTHEST).optional(),
    collapsed: z.boolean().optional(),
  }),
  lane: (_args, actor) => userScope(actor.userId),
  needs: (args, actor) => [{ scope: userScope(actor.userId), kind: 'section', id: args.sectionId }],
  run(work, args) {
    const scope = userScope(work.actor.userId);
    const before = work.get(scope, 'section', args.sectionId);
    const name = args.name ?? before?.name;
    // Taken away on another device meanwhile: folding or moving it does not bring it back.
    if (name === undefined) return refuse('not_found');
    work.put(scope, {
      ...{ kind: 'section', id: args.sectionId, name },
      place: args.place ?? before?.place ?? 0,
      collapsed: args.collapsed ?? before?.collapsed ?? false,
    });
    return undefined;
  },
});
