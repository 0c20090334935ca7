import { z } from 'zod';
import { opId } from '../domain/ids.ts';
import { emojiNameKey } from '../domain/kinds/name.ts';
import { isAdmin } from '../domain/permissions.ts';
import { orgScope, registryScope } from '../domain/scope.ts';
import { defineCommand, refuse } from './command.ts';
import { emojiKey, emojiNameRow } from './emoji-add.ts';

/** Takes an emoji of the workspace away; where it was used its name is left. */
export const emojiRemove = defineCommand({
  name: 'emoji.remove',
  args: z.strictObject({ emojiId: opId }),
  lane: () => orgScope,
  needs: (args) => [emojiKey(args.emojiId)],
  follow(work, args) {
    const before = work.get(orgScope, 'emoji', args.emojiId);
    return before === undefined ? [] : [emojiNameRow(before.name)];
  },
  run(work, args) {
    const before = work.get(orgScope, 'emoji', args.emojiId);
    if (before === undefined) return refuse('not_found');
    if (before.authorId !== work.actor.userId && !isAdmin(work.actor)) return refuse('forbidden');
    work.remove(orgScope, 'emoji', args.emojiId);
    work.remove(registryScope, 'name', emojiNameKey(before.name));
    return undefined;
  },
});
