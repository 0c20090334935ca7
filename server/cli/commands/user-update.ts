import { roles } from '../../../shared/domain/kinds/user.ts';
import type { UserId } from '../../../shared/domain/ids.ts';
import { userUpdate as command } from '../../services/accounts/commands/user-update.ts';
import type { AdminCommand } from '../admin-command.ts';
import { UsageError } from '../usage-error.ts';
import { findPerson } from './find-person.ts';
import { readRole } from './user-add.ts';

export const userUpdate: AdminCommand = {
  name: 'user update',
  help: 'Changes what the company says of a person',
  operands: ['NAME'],
  options: {
    'display-name': { value: 'NAME', help: 'as colleagues see it' },
    role: { value: 'ROLE', help: roles.join(', ') },
    title: { value: 'TITLE', help: 'what they do' },
  },
  begins: false,
  async run(context, { values, operands }) {
    const user = await findPerson(context, operands['NAME'] ?? '');
    const { 'display-name': displayName, role, title } = values;
    if (displayName === undefined && role === undefined && title === undefined) {
      throw new UsageError('Say what to change: --display-name, --role or --title.');
    }
    const changes = {
      ...(displayName === undefined ? {} : { displayName }),
      ...(role === undefined ? {} : { role: readRole(role) }),
      ...(title === undefined ? {} : { title }),
    };
    if (!command.args.safeParse({ userId: user.id, ...changes }).success) {
      throw new UsageError('--display-name needs 1 to 80 characters, --title at most 120.');
    }
    await context.people.update(user.id as UserId, changes);
    return { text: `Changed ${user.name}.`, json: { id: user.id, ...changes } };
  },
};
