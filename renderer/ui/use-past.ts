import { useCallback, useSyncExternalStore } from 'react';

/** Longest wait that a timer knows, ms. */
const LONGEST = 2 ** 31 - 1;

/** Whether a moment (ms) has come: draws again as it comes. Null never does. */
export function usePast(at: number | null): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const wait = at === null ? 0 : at - Date.now();
      if (wait <= 0) return () => undefined;
      const timer = setTimeout(changed, Math.min(wait, LONGEST));
      return () => clearTimeout(timer);
    },
    [at],
  );
  return useSyncExternalStore(subscribe, () => at !== null && Date.now() >= at);
}
