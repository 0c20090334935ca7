import { z } from 'zod';
import { opId, userId } from '../domain/ids.ts';
import { groupName, MAX_GROUP } from '../domain/kinds/group.ts';
import { groupNameKey } from '../domain/kinds/name.ts';
import { oneLine } from '../domain/one-line.ts';
import { isAdmin } from '../domain/permissions.ts';
import { orgScope, registryScope } from '../domain/scope.ts';
import { defineCommand, refuse, type Key } from './command.ts';

export const groupKey = (id: string): Key => ({ scope: orgScope, kind: 'group', id });
export const groupNameRow = (name: string): Key => ({
  scope: registryScope,
  kind: 'name',
  id: groupNameKey(name),
});

/** Makes a group of people under one name, or says anew what it is called and who is in it. */
export const groupSet = defineCommand({
  name: 'group.set',
  args: z.strictObject({
    /** For a new one: a fresh id (S1). */
    groupId: opId,
    name: groupName,
    about: z.string().overwrite(oneLine).trim().max(120),
    userIds: z.array(userId).max(MAX_GROUP),
  }),
  lane: () => orgScope,
  needs: (args) => [groupKey(args.groupId), groupNameRow(args.name)],
  follow(work, args) {
    const before = work.get(orgScope, 'group', args.groupId);
    return before === undefined ? [] : [groupNameRow(before.name)];
  },
  run(work, args) {
    if (!isAdmin(work.actor)) return refuse('forbidden');
    const before = work.get(orgScope, 'group', args.groupId);
    if (before?.name !== args.name) {
      const nameKey = groupNameKey(args.name);
      if (work.get(registryScope, 'name', nameKey) !== undefined) return refuse('name_taken');
      if (before !== undefined) work.remove(registryScope, 'name', groupNameKey(before.name));
      work.put(registryScope, { kind: 'name', id: nameKey, holder: args.groupId });
    }
    work.put(orgScope, {
      ...{ kind: 'group', id: args.groupId, name: args.name, about: args.about },
      memberIds: [...new Set(args.userIds)],
      createdAt: before?.createdAt ?? work.now,
    });
    return undefined;
  },
});
