import { useEffect, useEffectEvent, useRef } from 'react';
import type { Later } from './send-how.ts';

interface Options {
  /** Files of the message are still on their way into it. */
  readonly arriving: boolean;
  /** One of them was not taken: the person reads why before anything goes out. */
  readonly failed: boolean;
  readonly send: (later?: Later) => void;
}

export interface SendWhenReady {
  /** Enter was pressed early: it goes out as soon as all of it is there. */
  readonly ask: (later?: Later) => void;
  /** Whoever writes on has changed their mind. */
  readonly forget: () => void;
}

/** Nobody has to press Enter twice because a file takes its time. */
export function useSendWhenReady({ arriving, failed, send }: Options): SendWhenReady {
  const asked = useRef<{ readonly later: Later | undefined } | null>(null);
  const ready = useEffectEvent(() => {
    const wanted = asked.current;
    asked.current = null;
    if (wanted !== null && !failed) send(wanted.later);
  });
  useEffect(() => {
    if (!arriving) ready();
  }, [arriving]);
  return {
    ask(later) {
      asked.current = { later };
    },
    forget() {
      asked.current = null;
    },
  };
}
