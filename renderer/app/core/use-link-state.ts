import { useSyncExternalStore } from 'react';
import { useServices } from './core-context.tsx';
import type { LinkState } from './link.ts';

/** Whether the data core answers. */
export function useLinkState(): LinkState {
  const { link } = useServices();
  return useSyncExternalStore(
    (listener) => link.onState(listener),
    () => link.state,
  );
}
