import { CheckCheck, MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../app/core/use-act.ts';
import { useKept, useLive, useLivePick } from '../../app/core/use-live.ts';
import { PageBody, PageList } from '../../app/frame/PageBody.tsx';
import { PaneHead } from '../../app/frame/PaneHead.tsx';
import { goTo } from '../../app/router/router.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TextReaderProvider } from '../../text/text-reader.ts';
import { usePageNames } from '../conversation/list/use-page-names.ts';
import { useTextReader } from '../conversation/use-text-reader.ts';
import { ThreadCard } from './ThreadCard.tsx';

const PAGE = 20;

/** All threads that the person follows, those with new replies first. */
export function ThreadsPane() {
  const t = useWords();
  const act = useAct();
  const [limit, setLimit] = useState(PAGE);
  const view = useKept(useLive('threads', { limit }, ['threads', 'people']));
  const me = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me);
  const names = usePageNames(view ?? null, me);
  const textReader = useTextReader();
  const unread = view?.unread ?? 0;
  return (
    <TextReaderProvider value={textReader}>
      <PaneHead
        title={t('thread.viewTitle')}
        about={unread === 0 ? '' : t('thread.newReplies', { n: unread })}
      >
        {unread === 0 ? null : (
          <Button
            icon={<CheckCheck />}
            onPress={() => void act((core) => core.readThread({ rootId: null }))}
          >
            {t('thread.markAllRead')}
          </Button>
        )}
      </PaneHead>
      {view === undefined ? null : view.cards.length === 0 ? (
        <EmptyState
          icon={<MessagesSquare />}
          title={t('thread.noneTitle')}
          note={t('thread.none')}
          action={
            <Button look="primary" onPress={() => goTo({ at: 'browse' })}>
              {t('sidebar.browse')}
            </Button>
          }
        />
      ) : (
        <PageBody>
          <PageList
            label={t('thread.viewTitle')}
            cards
            more={
              view.more
                ? { label: t('thread.older'), onPress: () => setLimit(limit + PAGE) }
                : undefined
            }
          >
            {view.cards.map((card) => (
              <ThreadCard key={card.rootId} card={card} names={names} me={me?.id ?? ''} />
            ))}
          </PageList>
        </PageBody>
      )}
    </TextReaderProvider>
  );
}
