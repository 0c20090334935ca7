import { policyOf, WORKSPACE_ROW } from '../../../shared/domain/kinds/workspace.ts';
import type { ArgsOf } from '../../../shared/commands/registry.ts';
import { orgScope } from '../../../shared/domain/scope.ts';
import { getRow } from '../../store/read-row.ts';
import type { AdminCommand } from '../admin-command.ts';
import { readJson } from './read-json.ts';
import { settleWorkspace } from './settle-workspace.ts';

export const workspacePolicy: AdminCommand = {
  name: 'workspace policy',
  help: 'Shows what the company has decided for everybody, or changes it',
  operands: [],
  options: { set: { value: 'FILE', help: 'JSON; what it does not name stays as it is' } },
  begins: false,
  async run(context, { values }) {
    const file = values['set'];
    if (file !== undefined) {
      const policy = readJson(file) as NonNullable<ArgsOf<'workspace.set'>['policy']>;
      await settleWorkspace(context, { policy });
    }
    const whole = policyOf(await getRow(context.store, orgScope, 'workspace', WORKSPACE_ROW));
    return { text: JSON.stringify(whole, null, 2), json: whole };
  },
};
