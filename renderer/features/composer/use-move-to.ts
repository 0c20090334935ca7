import { useCallback } from 'react';
import { useAct } from '../../app/core/use-act.ts';
import { goToChannel } from '../../app/router/router.ts';
import { useDraftDesk } from './use-draft-desk.ts';

/**
 * Moves what was begun here into the conversation with somebody else, behind what was begun there,
 * and goes there. `moved` is told once it stands there.
 */
export function useMoveTo(): (userId: string, text: string, moved: () => void) => void {
  const act = useAct();
  const desk = useDraftDesk();
  return useCallback(
    (userId, text, moved) => {
      void act((core) => core.openConversation({ userIds: [userId] })).then((opened) => {
        if (opened === undefined) return;
        const { channelId } = opened;
        const before = (desk.text(channelId, null) ?? '').trimEnd();
        if (text.trim() !== '') {
          desk.write(channelId, null, before === '' ? text : `${before}\n${text}`);
        }
        moved();
        desk.flush();
        goToChannel(channelId);
      });
    },
    [act, desk],
  );
}
