import { useCallback } from 'react';
import { useServices } from '../core/core-context.tsx';
import { closeSidebar } from '../overlays.ts';
import { goTo, goToChannel } from '../router/router.ts';
import { lastChannel } from './last-channel.ts';

/** Goes to the conversation that was open last, or to the empty home. */
export function useGoHome(): () => void {
  const { live } = useServices();
  return useCallback(() => {
    const sidebar = live.query('sidebar', {}, ['sidebar']).current();
    const last = lastChannel();
    // It may be open already, below the list that lies over it.
    closeSidebar();
    const known = sidebar?.channels.some((channel) => channel.id === last) ?? false;
    if (last !== null && known) goToChannel(last);
    else goTo({ at: 'home' });
  }, [live]);
}
