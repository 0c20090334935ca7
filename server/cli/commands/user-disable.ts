import type { UserId } from '../../../shared/domain/ids.ts';
import type { AdminCommand } from '../admin-command.ts';
import { findPerson } from './find-person.ts';

const switching = (
  verb: 'disable' | 'enable',
  help: string,
  said: (name: string) => string,
): AdminCommand => ({
  name: `user ${verb}`,
  help,
  operands: ['NAME'],
  options: {},
  begins: false,
  async run(context, { operands }) {
    const user = await findPerson(context, operands['NAME'] ?? '');
    const disabled = verb === 'disable';
    await context.people.setDisabled(user.id as UserId, disabled);
    return { text: said(user.name), json: { id: user.id, name: user.name, disabled } };
  },
});

export const userDisable = switching(
  'disable',
  'Closes an account: ends its sessions, keeps what was written',
  (name) => `${name} can no longer sign in; a running relay disconnects them within seconds.`,
);

export const userEnable = switching(
  'enable',
  'Opens a closed account again',
  (name) => `${name} can sign in again.`,
);
