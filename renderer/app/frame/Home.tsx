import { MessagesSquare } from 'lucide-react';
import { useEffect } from 'react';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useLive } from '../core/use-live.ts';
import { goTo, replacePlace } from '../router/router.ts';
import { PaneHead } from './PaneHead.tsx';

/** Nothing is open yet. Opens the conversation with the newest message, where there is one. */
export function Home() {
  const t = useWords();
  const sidebar = useLive('sidebar', {}, ['sidebar']);
  const newest = sidebar?.channels
    .filter((channel) => !channel.archived && !channel.muted)
    .reduce<{ id: string; lastAt: number } | undefined>(
      (best, channel) => (best === undefined || channel.lastAt > best.lastAt ? channel : best),
      undefined,
    )?.id;
  useEffect(() => {
    if (newest !== undefined) replacePlace({ at: 'channel', channelId: newest, messageId: null });
  }, [newest]);
  if (sidebar === undefined || sidebar === null || newest !== undefined) return null;
  return (
    <>
      <PaneHead title={sidebar.workspace} />
      <EmptyState
        icon={<MessagesSquare />}
        title={t('app.homeTitle', { workspace: sidebar.workspace })}
        note={t('app.homeNote')}
        action={
          <>
            <Button look="primary" onPress={() => goTo({ at: 'browse' })}>
              {t('sidebar.browse')}
            </Button>
            <Button onPress={() => goTo({ at: 'new' })}>{t('app.homeAction')}</Button>
          </>
        }
      />
    </>
  );
}
