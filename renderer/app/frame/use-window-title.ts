import { useEffect } from 'react';
import { useTotalBadge } from '../../features/workspaces/use-workspaces.ts';
import { useShell, useShellInfo } from '../core/core-context.tsx';
import { useLivePick } from '../core/use-live.ts';
import { useRoute } from '../router/router.ts';
import { nameWindow } from './name-window.ts';
import { windowTitle } from './window-title.ts';

/** Names the window after what is open, and shows how much waits for the person in all workspaces. */
export function useWindowTitle(): void {
  const shell = useShell();
  const { host } = useShellInfo();
  const { place } = useRoute();
  const channelId = place.at === 'channel' ? place.channelId : null;
  const open = useLivePick('sidebar', {}, ['sidebar'], (sidebar) =>
    sidebar?.channels.find((channel) => channel.id === channelId),
  );
  const workspace = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.workspace);
  const own = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.badge) ?? 0;
  const badge = useTotalBadge(own);
  const title = windowTitle(open, workspace, host === 'browser' ? badge : 0);
  useEffect(() => nameWindow(title), [title]);
  useEffect(() => {
    shell.setBadge({ count: badge }).catch(reportError);
  }, [shell, badge]);
}
