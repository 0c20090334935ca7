import type { CoreHandlers } from '../../shared/rpc/core-api.ts';

/** A core by itself knows of no other workspace; whoever carries several says so in its stead. */
export const alone: Pick<
  CoreHandlers,
  'workspaces' | 'openWorkspace' | 'addWorkspace' | 'leaveWorkspace'
> = {
  workspaces: () => [],
  openWorkspace: () => ({ url: null }),
  addWorkspace: () => ({ url: null }),
  leaveWorkspace: () => ({ url: null }),
};
