import type { AdminCommand } from '../admin-command.ts';
import { UsageError } from '../usage-error.ts';
import { findPerson } from './find-person.ts';
import { readPassword } from './password.ts';

export const userPassword: AdminCommand = {
  name: 'user password',
  help: 'Sets a password, and signs the person out everywhere',
  operands: ['NAME'],
  options: { 'password-stdin': { help: 'reads it from standard input (needed)' } },
  begins: false,
  async run(context, { operands, switches }) {
    if (!switches.has('password-stdin')) {
      throw new UsageError(
        'Pass the password in with --password-stdin: on the line, all could see it.',
      );
    }
    const user = await findPerson(context, operands['NAME'] ?? '');
    await context.people.setPassword(user, await readPassword(context.terminal));
    const text = `The password of ${user.name} is set; they are signed out everywhere.`;
    return { text, json: { id: user.id, name: user.name } };
  },
};
