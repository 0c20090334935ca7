import { roles, type Role } from '../../../shared/domain/kinds/user.ts';
import { signInName } from '../../../shared/protocol/http.ts';
import { userAdd as command } from '../../services/accounts/commands/user-add.ts';
import { Refused } from '../../services/accounts/people.ts';
import type { AdminCommand, Words } from '../admin-command.ts';
import { UsageError } from '../usage-error.ts';
import { findPerson } from './find-person.ts';
import { inviteAndTell } from './invitation.ts';
import { readPassword } from './password.ts';

export const userAdd: AdminCommand = {
  name: 'user add',
  help: 'Adds a person, and prints an invitation code unless a password is given',
  operands: [],
  options: {
    name: { value: 'NAME', needed: true, help: 'to sign in with, e.g. ayu.kartika' },
    'display-name': { value: 'NAME', needed: true, help: 'as colleagues see it' },
    role: { value: 'ROLE', help: `${roles.join(', ')} (member)` },
    title: { value: 'TITLE', help: 'what they do, e.g. "Finance, Jakarta"' },
    'password-stdin': { help: 'reads a password from standard input instead of inviting' },
  },
  begins: true,
  async run(context, words) {
    const person = readPerson(words);
    const password = words.switches.has('password-stdin')
      ? await readPassword(context.terminal)
      : undefined;
    try {
      await context.people.add(person);
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'name_taken') throw error;
      throw new UsageError(`The sign-in name ${person.name} is taken. Choose another --name.`);
    }
    const user = await findPerson(context, person.name);
    const added = `Added ${user.displayName} (${user.name}), ${user.role}.`;
    if (password === undefined) return inviteAndTell(context, user, added);
    await context.people.setPassword(user, password);
    return { text: added, json: { id: user.id, name: user.name } };
  },
};

function readPerson({ values }: Words) {
  const name = (values['name'] ?? '').trim().toLowerCase();
  if (!signInName.safeParse(name).success) {
    throw new UsageError(
      '--name: use lower case letters without accents, digits, dots, - and _; at most 64.',
    );
  }
  const role = readRole(values['role'] ?? 'member');
  const displayName = values['display-name'] ?? '';
  const args = command.args.safeParse({ name, displayName, role, title: values['title'] ?? '' });
  if (!args.success) {
    throw new UsageError('--display-name needs 1 to 80 characters, --title at most 120.');
  }
  return args.data;
}

/** @throws {UsageError} */
export function readRole(text: string): Role {
  const role = roles.find((known) => known === text);
  if (role === undefined) throw new UsageError(`--role: one of ${roles.join(', ')}.`);
  return role;
}
