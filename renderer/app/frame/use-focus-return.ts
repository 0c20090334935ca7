import { useEffect, useLayoutEffect, useRef } from 'react';

/**
 * When something closes that held the focus, gives the focus back to where it was before, or where
 * that has gone to where one writes.
 */
export function useFocusReturn(isOpen: boolean): void {
  const before = useRef<Element | null>(null);
  // Before what opens takes the focus in its own effects.
  useLayoutEffect(() => {
    if (isOpen) before.current = document.activeElement;
  }, [isOpen]);
  useEffect(() => {
    if (!isOpen) return undefined;
    return () => {
      // What closed took the focus with it, to the body; whoever moved it on purpose keeps it.
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (!lost) return;
      const field = document.querySelector<HTMLElement>('main textarea');
      const there = before.current instanceof HTMLElement && before.current.isConnected;
      const back = there && before.current !== document.body ? before.current : field;
      if (back instanceof HTMLElement) back.focus();
    };
  }, [isOpen]);
}
