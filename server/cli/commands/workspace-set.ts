import type { OpId } from '../../../shared/domain/ids.ts';
import { uuid7Generator } from '../../../shared/domain/uuid.ts';
import { bySystem } from '../../services/system-actor.ts';
import { workspaceSet as command } from '../../services/workspace/workspace-set.ts';
import type { AdminCommand } from '../admin-command.ts';
import { UsageError } from '../usage-error.ts';

export const workspaceSet: AdminCommand = {
  name: 'workspace set',
  help: 'Names the workspace',
  operands: [],
  options: { name: { value: 'NAME', needed: true, help: 'what your company calls it' } },
  begins: true,
  async run({ store, clock }, { values }) {
    const args = command.args.safeParse({ name: values['name'] });
    if (!args.success) throw new UsageError('The name needs 1 to 80 characters.');
    const op = uuid7Generator(() => clock.now())() as OpId;
    await store.commit([bySystem(command, op, args.data)], clock.now());
    return { text: `The workspace is called ${args.data.name}.`, json: args.data };
  },
};
