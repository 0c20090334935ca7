import { workspaceSet } from '../../../shared/commands/workspace-set.ts';
import type { ArgsOf } from '../../../shared/commands/registry.ts';
import type { OpId } from '../../../shared/domain/ids.ts';
import { uuid7Generator } from '../../../shared/domain/uuid.ts';
import { bySystem } from '../../services/system-actor.ts';
import type { AdminContext } from '../admin-command.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Changes the company's settings.
 *
 * @throws {UsageError} where the values are not allowed, or there is no workspace yet
 */
export async function settleWorkspace(
  { store, clock }: AdminContext,
  args: ArgsOf<'workspace.set'>,
): Promise<void> {
  const parsed = workspaceSet.args.safeParse(args);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UsageError(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not allowed'}.`);
  }
  const op = uuid7Generator(() => clock.now())() as OpId;
  const { outcomes } = await store.commit([bySystem(workspaceSet, op, parsed.data)], clock.now());
  if (outcomes[0]?.ok === true) return;
  throw new UsageError('The workspace has no name yet. First: workspace set --name NAME');
}
