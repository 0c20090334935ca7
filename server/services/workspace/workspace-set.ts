import { z } from 'zod';
import { defineCommand, refuse } from '../../../shared/commands/command.ts';
import { WORKSPACE_ROW } from '../../../shared/domain/kinds/workspace.ts';
import { orgScope } from '../../../shared/domain/scope.ts';

/** Names the workspace; the first time it also dates it. The relay's own command. */
export const workspaceSet = defineCommand({
  name: 'workspace.name',
  args: z.strictObject({ name: z.string().trim().min(1).max(80) }),
  lane: () => orgScope,
  needs: () => [{ scope: orgScope, kind: 'workspace', id: WORKSPACE_ROW }],
  run(work, { name }) {
    if (work.actor.role !== 'system') return refuse('forbidden');
    const before = work.get(orgScope, 'workspace', WORKSPACE_ROW);
    if (before?.name === name) return undefined;
    const createdAt = before?.createdAt ?? work.now;
    work.put(orgScope, { ...before, kind: 'workspace', id: WORKSPACE_ROW, name, createdAt });
    return undefined;
  },
});
