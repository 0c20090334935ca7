import { useCallback, useRef } from 'react';
import { useCore } from '../../app/core/core-context.tsx';

/** Others are told at most so often that somebody types, ms. */
const EVERY = 3_000;

/** Tells that the person types here. */
export function useTypingNotice(channelId: string, rootId: string | null): () => void {
  const core = useCore();
  const last = useRef(Number.NEGATIVE_INFINITY);
  return useCallback(() => {
    const now = performance.now();
    if (now - last.current < EVERY) return;
    last.current = now;
    // Without a line there is nobody to tell.
    core.setTyping({ channelId, rootId }).catch(() => undefined);
  }, [core, channelId, rootId]);
}
