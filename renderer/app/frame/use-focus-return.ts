import { useEffect, useRef } from 'react';

/** When something closes that held the focus, gives the focus back to where it was before. */
export function useFocusReturn(isOpen: boolean): void {
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    before.current = document.activeElement;
    return () => {
      // What closed took the focus with it, to the body; whoever moved it on purpose keeps it.
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost && before.current instanceof HTMLElement && before.current.isConnected) {
        before.current.focus();
      }
    };
  }, [isOpen]);
}
