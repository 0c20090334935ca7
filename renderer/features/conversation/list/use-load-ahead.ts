import { useEffect, useRef } from 'react';
import type { MessageWindow } from '../window/message-window.ts';
import { LoadAhead, type Unseen } from './load-ahead.ts';

/** Tells it where the list of a channel stands. */
export function useLoadAhead(window: MessageWindow): (unseen: Unseen) => void {
  const ahead = useRef<LoadAhead>(null);
  useEffect(
    () => () => {
      ahead.current?.close();
      ahead.current = null;
    },
    [],
  );
  return (unseen) => {
    ahead.current ??= new LoadAhead(window);
    ahead.current.stands(unseen);
  };
}
