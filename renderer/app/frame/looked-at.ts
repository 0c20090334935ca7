import { useEffect } from 'react';
import { create } from 'zustand';

/** People whose presence is on the screen, by who shows them. */
export const useLookedAt = create<{ shown: ReadonlyMap<symbol, readonly string[]> }>(() => ({
  shown: new Map(),
}));

/** Follows the presence of these people for as long as the component is on the screen. */
export function useLookAt(userIds: readonly string[]): void {
  const key = userIds.join(' ');
  useEffect(() => {
    if (key === '') return undefined;
    const who = Symbol('shown');
    useLookedAt.setState(({ shown }) => ({ shown: new Map(shown).set(who, key.split(' ')) }));
    return () =>
      useLookedAt.setState(({ shown }) => {
        const rest = new Map(shown);
        rest.delete(who);
        return { shown: rest };
      });
  }, [key]);
}
