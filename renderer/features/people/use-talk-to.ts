import { useCallback } from 'react';
import { useAct } from '../../app/core/use-act.ts';
import { goToChannel } from '../../app/router/router.ts';

/** Opens the conversation with these people, a new one or the one that there is. */
export function useTalkTo(): (userIds: readonly string[]) => void {
  const act = useAct();
  return useCallback(
    (userIds) => {
      void act((core) => core.openConversation({ userIds: [...userIds] })).then((opened) => {
        if (opened !== undefined) goToChannel(opened.channelId);
      });
    },
    [act],
  );
}
