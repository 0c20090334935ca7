import { useEffect } from 'react';
import { useServices } from '../../app/core/core-context.tsx';

/** Asks for what an empty switcher shows while nobody waits for it, so that it opens full. */
export function useWarmSwitcher(): void {
  const { live } = useServices();
  useEffect(() => {
    const idle = requestIdleCallback(() =>
      live.query('switcher', { query: '' }, ['sidebar', 'people']),
    );
    return () => cancelIdleCallback(idle);
  }, [live]);
}
