import { useCallback } from 'react';
import { FIRST_UNSENT } from '../../../shared/domain/position.ts';
import { useAct } from '../../app/core/use-act.ts';

/** Marks all of a channel as read: up to the newest message that this computer knows. */
export function useMarkRead(): (channelId: string) => void {
  const act = useAct();
  return useCallback(
    (channelId) => void act((core) => core.markRead({ channelId, position: FIRST_UNSENT - 1 })),
    [act],
  );
}
