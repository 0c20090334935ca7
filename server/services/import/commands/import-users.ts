import { z } from 'zod';
import { defineCommand, refuse } from '../../../../shared/commands/command.ts';
import { userNameKey } from '../../../../shared/domain/kinds/name.ts';
import { user } from '../../../../shared/domain/kinds/user.ts';
import { orgScope, registryScope } from '../../../../shared/domain/scope.ts';
import { freeName, nameCandidates } from './free-name.ts';

/**
 * Brings people from elsewhere. Who is here already stays as they are; a name that somebody else
 * has gets a number behind it. The relay's own command.
 */
export const importUsers = defineCommand({
  name: 'import.users',
  args: z.strictObject({ users: z.array(user.omit({ kind: true, version: true })) }),
  lane: () => orgScope,
  needs: ({ users }) =>
    users.flatMap(({ id, name }) => [
      { scope: orgScope, kind: 'user', id } as const,
      ...nameCandidates(name, id).map(
        (candidate) =>
          ({ scope: registryScope, kind: 'name', id: userNameKey(candidate) }) as const,
      ),
    ]),
  run(work, { users }) {
    if (work.actor.role !== 'system') return refuse('forbidden');
    for (const person of users) {
      if (work.get(orgScope, 'user', person.id) !== undefined) continue;
      const name = freeName(work, person.name, person.id, userNameKey);
      work.put(registryScope, { kind: 'name', id: userNameKey(name), holder: person.id });
      work.put(orgScope, { kind: 'user', ...person, name });
    }
    return undefined;
  },
});
