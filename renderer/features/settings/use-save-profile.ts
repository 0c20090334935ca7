import { useAct } from '../../app/core/use-act.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import type { CoreArgs } from '../../app/core/unbranded.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { notify } from '../../ui/notices.ts';

/** Changes what is known of the person, and says when colleagues will see it. */
export function useSaveProfile(): (changes: CoreArgs<'setProfile'>) => void {
  const t = useWords();
  const act = useAct();
  const connected = useLivePick('connection', {}, ['connection'], (c) => c.state === 'connected');
  return (changes) => {
    void act((core) => core.setProfile(changes)).then((queued) => {
      if (queued === undefined) return;
      notify(t(connected === true ? 'settings.saved' : 'settings.savedWaiting'));
    });
  };
}
