import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  window.addEventListener('focus', listener);
  window.addEventListener('blur', listener);
  document.addEventListener('visibilitychange', listener);
  return () => {
    window.removeEventListener('focus', listener);
    window.removeEventListener('blur', listener);
    document.removeEventListener('visibilitychange', listener);
  };
}

const inFront = (): boolean => document.visibilityState === 'visible' && document.hasFocus();

/** Whether the window is in front, so that what is on it may count as seen. */
export const useWindowFocus = (): boolean => useSyncExternalStore(subscribe, inFront);
