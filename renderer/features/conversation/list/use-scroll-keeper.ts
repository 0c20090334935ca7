import { useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react';
import { ScrollKeeper, type ScrollState } from './scroll-keeper.ts';

interface Kept {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  readonly keeper: RefObject<ScrollKeeper | null>;
}

/** A scroll keeper for as long as the list is there; it keeps after every drawing of the list. */
export function useScrollKeeper(onState: (state: ScrollState) => void): Kept {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const keeper = useRef<ScrollKeeper>(null);
  const told = useEffectEvent(onState);
  useLayoutEffect(() => {
    if (scroller.current === null || content.current === null) return undefined;
    const made = new ScrollKeeper(scroller.current, content.current, (state) => told(state));
    keeper.current = made;
    return () => {
      made.close();
      keeper.current = null;
    };
  }, []);
  return { scroller, content, keeper };
}
