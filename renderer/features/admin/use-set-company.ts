import { useCallback } from 'react';
import { useAct } from '../../app/core/use-act.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import type { Core } from '../../app/core/unbranded.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { notify } from '../../ui/notices.ts';

/** Changes something for everybody, and says whether they see it now or later. */
export function useSetCompany(): (change: Parameters<Core['setCompany']>[0]) => void {
  const t = useWords();
  const act = useAct();
  const connected = useLivePick('connection', {}, ['connection'], (c) => c.state === 'connected');
  return useCallback(
    (change) => {
      void act((core) => core.setCompany(change)).then((queued) => {
        if (queued === undefined) return;
        notify(t(connected === true ? 'settings.saved' : 'settings.savedWaiting'));
      });
    },
    [act, connected, t],
  );
}
