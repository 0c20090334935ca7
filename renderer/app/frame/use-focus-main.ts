import { useEffect, useRef, type RefObject } from 'react';
import { isFocusLost, takeFocusWhenFree } from '../../ui/take-focus.ts';

/**
 * Where somebody goes to a place that has no field of its own, from the switcher or by a key, the
 * focus would be left on nothing: then it is on the pane, so that Tab goes on within it.
 */
export function useFocusMain(main: RefObject<HTMLElement | null>, place: string): void {
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place || main.current === null) return undefined;
    before.current = place;
    let leave = (): void => undefined;
    // What is shown there may have a field, and takes the focus for it first.
    const frame = requestAnimationFrame(() => {
      if (main.current !== null) leave = takeFocusWhenFree(main.current, isFocusLost);
    });
    return () => {
      cancelAnimationFrame(frame);
      leave();
    };
  }, [main, place]);
}
