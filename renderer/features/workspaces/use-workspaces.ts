import type { WorkspaceEntry, WorkspaceOpened } from '../../../shared/rpc/workspace-entry.ts';
import { useAct } from '../../app/core/use-act.ts';
import type { Core } from '../../app/core/unbranded.ts';
import { useLive } from '../../app/core/use-live.ts';

const NONE: readonly WorkspaceEntry[] = [];

/** The workspaces of this computer in their order, the one of this window among them. */
export const useWorkspaces = (): readonly WorkspaceEntry[] =>
  useLive('workspaces', {}, ['workspaces']) ?? NONE;

/** How much waits in all workspaces; `own` while this window knows of no other. */
export function useTotalBadge(own: number): number {
  const all = useWorkspaces();
  return all.reduce((sum, { here, badge }) => sum + (here ? 0 : badge), own);
}

export interface Ways {
  open(id: string): void;
  add(): void;
  leave(): void;
}

/** The ways to another workspace: its window comes forward, or this page goes to it. */
export function useWorkspaceWays(): Ways {
  const act = useAct();
  const go = (ask: (core: Core) => Promise<WorkspaceOpened>): void =>
    void act(ask).then((opened) => {
      if (typeof opened?.url === 'string') location.assign(opened.url);
    });
  return {
    open: (id) => go((core) => core.openWorkspace({ id })),
    add: () => go((core) => core.addWorkspace({})),
    leave: () => go((core) => core.leaveWorkspace({})),
  };
}
