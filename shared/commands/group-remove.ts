import { z } from 'zod';
import { groupId } from '../domain/ids.ts';
import { groupNameKey } from '../domain/kinds/name.ts';
import { isAdmin } from '../domain/permissions.ts';
import { orgScope, registryScope } from '../domain/scope.ts';
import { defineCommand, refuse } from './command.ts';
import { groupKey, groupNameRow } from './group-set.ts';

/** Takes a group away; its name is free again. What was written to it stays as it is. */
export const groupRemove = defineCommand({
  name: 'group.remove',
  args: z.strictObject({ groupId }),
  lane: () => orgScope,
  needs: (args) => [groupKey(args.groupId)],
  follow(work, args) {
    const before = work.get(orgScope, 'group', args.groupId);
    return before === undefined ? [] : [groupNameRow(before.name)];
  },
  run(work, args) {
    if (!isAdmin(work.actor)) return refuse('forbidden');
    const before = work.get(orgScope, 'group', args.groupId);
    if (before === undefined) return refuse('not_found');
    work.remove(orgScope, 'group', args.groupId);
    work.remove(registryScope, 'name', groupNameKey(before.name));
    return undefined;
  },
});
