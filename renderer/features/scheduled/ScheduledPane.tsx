import { CalendarClock } from 'lucide-react';
import { useKept, useLive, useLivePick } from '../../app/core/use-live.ts';
import { PageBody, PageList } from '../../app/frame/PageBody.tsx';
import { PaneHead } from '../../app/frame/PaneHead.tsx';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { goTo } from '../../app/router/router.ts';
import { ScheduledItem } from './ScheduledItem.tsx';

/** Everything that goes out later: to change, to move, to send now, to take back. */
export function ScheduledPane() {
  const t = useWords();
  const all = useKept(useLive('scheduled', {}, ['scheduled']));
  const connected =
    useLivePick('connection', {}, ['connection'], ({ state }) => state === 'connected') ?? false;
  return (
    <>
      <PaneHead title={t('scheduled.title')} />
      <PageBody>
        {all?.length === 0 ? (
          <EmptyState
            icon={<CalendarClock />}
            title={t('scheduled.emptyTitle')}
            note={t('scheduled.empty')}
            action={
              <Button look="primary" onPress={() => goTo({ at: 'new' })}>
                {t('sidebar.newMessage')}
              </Button>
            }
          />
        ) : (
          <PageList cards label={t('scheduled.title')}>
            {all?.map((one) => (
              <ScheduledItem key={one.id} item={one} connected={connected} />
            ))}
          </PageList>
        )}
      </PageBody>
    </>
  );
}
