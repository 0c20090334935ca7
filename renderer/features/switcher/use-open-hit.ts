import { useAct } from '../../app/core/use-act.ts';
import type { Core } from '../../app/core/unbranded.ts';
import { goToChannel } from '../../app/router/router.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { notify } from '../../ui/notices.ts';
import type { Hit } from './hits.ts';

/** Goes to what was chosen, or does it. */
export function useOpenHit(core: Core): (hit: Hit) => void {
  const t = useWords();
  const act = useAct();
  return (hit) => {
    switch (hit.type) {
      case 'place':
        return goToChannel(hit.place.id);
      case 'person':
        void act((c) => c.openConversation({ userIds: [hit.person.id] })).then((opened) => {
          if (opened !== undefined) goToChannel(opened.channelId);
        });
        return undefined;
      case 'message':
        return goToChannel(hit.hit.message.channelId, hit.hit.message.id);
      default:
        hit.command.run(core);
        if (hit.command.done !== undefined) notify(t(hit.command.done));
        return undefined;
    }
  };
}
