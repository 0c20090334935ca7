import { useEffect, useRef } from 'react';
import type { MessageWindow } from '../window/message-window.ts';

/** Content that is left above or below when the next page is asked for, px. */
const AHEAD = 900;

/** Unseen content above and below, px. */
interface Left {
  readonly above: number;
  readonly below: number;
}

/**
 * Asks for the next page before somebody comes to the end of what is drawn; once what is there has
 * been painted, since a page that comes in between is drawn with it and holds the first one up.
 */
export function useLoadAhead(window: MessageWindow): (left: Left) => void {
  const left = useRef<Left | null>(null);
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return (now) => {
    const waits = left.current !== null;
    if (!waits && now.above >= AHEAD && now.below >= AHEAD) return;
    left.current = now;
    if (waits) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = requestAnimationFrame(() => {
        const { above, below } = left.current!;
        left.current = null;
        if (above < AHEAD) window.loadOlder();
        if (below < AHEAD) window.loadNewer();
      });
    });
  };
}
