import { z } from 'zod';
import { opId } from '../domain/ids.ts';
import { userScope } from '../domain/scope.ts';
import { defineCommand } from './command.ts';

/**
 * Takes a section away. Channels that name it stand where they stood without it. One that is gone
 * already, from another device, is no reason to refuse.
 */
export const sectionRemove = defineCommand({
  name: 'section.remove',
  args: z.strictObject({ sectionId: opId }),
  lane: (_args, actor) => userScope(actor.userId),
  needs: (args, actor) => [{ scope: userScope(actor.userId), kind: 'section', id: args.sectionId }],
  run(work, args) {
    work.remove(userScope(work.actor.userId), 'section', args.sectionId);
    return undefined;
  },
});
