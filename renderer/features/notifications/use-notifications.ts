import { useEffect, useEffectEvent } from 'react';
import { useServices } from '../../app/core/core-context.tsx';
import { useLinkState } from '../../app/core/use-link-state.ts';
import { whileSignedIn } from '../../app/core/while-signed-in.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { useWorkspaces } from '../workspaces/use-workspaces.ts';
import { noticeAnswer, noticeWords } from './notice-words.ts';

/** Shows what the core wants to be shown; whether something rings is decided there. */
export function useNotifications(): void {
  const { link, shell } = useServices();
  const linked = useLinkState() === 'connected';
  const t = useWords();
  const all = useWorkspaces();
  const from = all.length < 2 ? null : (all.find(({ here }) => here)?.name ?? null);

  const show = useEffectEvent(async (): Promise<void> => {
    const shows = await shell.mayNotify({});
    const { show: notices, withdraw: ids } = await link.core.takeNotices({ shows });
    if (ids.length > 0) await shell.withdraw({ ids });
    const groups = notices.length === 0 ? [] : await link.core.groups({});
    for (const notice of notices) {
      const { silent, again } = notice;
      await shell.notify({
        ...{ ...noticeWords(notice, t, from, groups), silent, again },
        answer: noticeAnswer(notice, t),
      });
    }
  });

  // Whoever has signed out leaves nothing of it on the screen.
  useEffect(() => () => void shell.withdraw({ ids: null }), [shell]);

  useEffect(() => {
    if (!linked) return undefined;
    const take = (): void => {
      show().catch((error: unknown) => whileSignedIn(link, () => reportError(error)));
    };
    take();
    return link.onTopics((topics) => {
      if (topics.includes('notices')) take();
    });
  }, [link, linked]);
}
