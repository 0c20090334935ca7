import { z } from 'zod';
import { defineCommand, refuse } from '../../../../shared/commands/command.ts';
import { userNameKey } from '../../../../shared/domain/kinds/name.ts';
import { roles } from '../../../../shared/domain/kinds/user.ts';
import { orgScope, registryScope } from '../../../../shared/domain/scope.ts';
import { signInName } from '../../../../shared/protocol/http.ts';

/** Makes a person; their id is the command's. The relay's own command. */
export const userAdd = defineCommand({
  name: 'user.add',
  args: z.strictObject({
    name: signInName,
    displayName: z.string().trim().min(1).max(80),
    role: z.enum(roles),
    title: z.string().max(120),
  }),
  lane: () => orgScope,
  needs: (args, _actor, op) => [
    { scope: orgScope, kind: 'user', id: op },
    { scope: registryScope, kind: 'name', id: userNameKey(args.name) },
  ],
  run(work, { name, displayName, role, title }) {
    if (work.actor.role !== 'system') return refuse('forbidden');
    const nameKey = userNameKey(name);
    if (work.get(registryScope, 'name', nameKey) !== undefined) return refuse('name_taken');
    work.put(registryScope, { kind: 'name', id: nameKey, holder: work.op });
    work.put(orgScope, {
      ...{ kind: 'user', id: work.op, name, displayName, role, title, bot: false },
      ...{ department: '', location: '', timeZone: '', status: null, disabledAt: null },
    });
    return undefined;
  },
});
