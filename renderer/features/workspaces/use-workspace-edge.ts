import type { CSSProperties } from 'react';
import { useLivePick } from '../../app/core/use-live.ts';
import { useWorkspaces } from './use-workspaces.ts';
import { workspaceColour } from './workspace-colour.ts';

/**
 * The colour of this window's workspace as a style: the one that was chosen for it, else one of its
 * own where there are others to tell it from.
 */
export function useWorkspaceEdge(): CSSProperties | undefined {
  const all = useWorkspaces();
  const own = all.find(({ here }) => here);
  const chosen = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.colour) ?? null;
  const given = own === undefined || all.length < 2 ? null : own.colour;
  const colour = chosen ?? given;
  if (colour === null) return undefined;
  return { '--workspace': workspaceColour(colour) } as CSSProperties;
}
