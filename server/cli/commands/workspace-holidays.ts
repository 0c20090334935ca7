import type { ArgsOf } from '../../../shared/commands/registry.ts';
import type { AdminCommand } from '../admin-command.ts';
import { readJson } from './read-json.ts';
import { settleWorkspace } from './settle-workspace.ts';

type Holidays = NonNullable<ArgsOf<'workspace.set'>['holidays']>;

export const workspaceHolidays: AdminCommand = {
  name: 'workspace holidays',
  help: 'Sets the days on which nobody works: [{"date": "2026-08-17", "name": "..."}, ...]',
  operands: ['FILE'],
  options: {},
  begins: false,
  async run(context, { operands }) {
    const holidays = readJson(operands['FILE'] ?? '') as Holidays;
    await settleWorkspace(context, { holidays });
    return { text: `${holidays.length} holidays are set; those before are gone.`, json: holidays };
  },
};
