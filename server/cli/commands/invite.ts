import type { AdminCommand } from '../admin-command.ts';
import { UsageError } from '../usage-error.ts';
import { findPerson } from './find-person.ts';
import { inviteAndTell } from './invitation.ts';

export const invite: AdminCommand = {
  name: 'invite',
  help: 'Makes a new invitation code; the ones before are no longer good',
  operands: ['NAME'],
  options: {},
  begins: false,
  async run(context, { operands }) {
    const user = await findPerson(context, operands['NAME'] ?? '');
    if (user.disabledAt !== null) {
      throw new UsageError(
        `The account of ${user.name} is closed. Open it first: user enable ${user.name}`,
      );
    }
    return inviteAndTell(context, user, '');
  },
};
