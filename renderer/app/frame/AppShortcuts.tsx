import { closeSidebar, openOverlay, toggleSidebar, useOverlays } from '../overlays.ts';
import { currentRoute, goTo, openPanel, togglePanel } from '../router/router.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { useMarkRead } from '../../features/sidebar/use-mark-read.ts';

/** What the shortcuts of app/shortcuts/registry.ts do. Draws nothing. */
export function AppShortcuts() {
  const markRead = useMarkRead();

  const openChannel = (): string | null => {
    const { place } = currentRoute();
    return place.at === 'channel' ? place.channelId : null;
  };
  useShortcuts({
    switcher: () => openOverlay({ open: 'switcher' }),
    people: () => goTo({ at: 'people' }),
    browse: () => goTo({ at: 'browse' }),
    settings: () => goTo({ at: 'settings' }),
    newMessage: () => goTo({ at: 'new' }),
    searchAll: () => openPanel({ show: 'search', here: false, query: '' }),
    searchHere: () => {
      if (openChannel() === null) return false;
      openPanel({ show: 'search', here: true, query: '' });
      return true;
    },
    details: () => {
      if (openChannel() === null) return false;
      togglePanel({ show: 'details' });
      return true;
    },
    sidebar: toggleSidebar,
    shortcuts: () => openOverlay({ open: 'shortcuts' }),
    markRead: () => {
      if (useOverlays.getState().sidebar) {
        closeSidebar();
        return true;
      }
      const open = openChannel();
      if (open === null) return false;
      markRead(open);
      return true;
    },
  });
  return null;
}
