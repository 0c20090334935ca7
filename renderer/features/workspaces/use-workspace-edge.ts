import type { CSSProperties } from 'react';
import { useWorkspaces } from './use-workspaces.ts';
import { workspaceColour } from './workspace-colour.ts';

/** The colour of this window's workspace as a style, where there are others to tell it from. */
export function useWorkspaceEdge(): CSSProperties | undefined {
  const all = useWorkspaces();
  const own = all.find(({ here }) => here);
  if (own === undefined || all.length < 2) return undefined;
  return { '--workspace': workspaceColour(own.colour) } as CSSProperties;
}
