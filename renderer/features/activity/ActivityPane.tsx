import { Bell } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ActivityFilter, ActivityView } from '../../../shared/rpc/list-views.ts';
import { useCore } from '../../app/core/core-context.tsx';
import { useKept, useLive, useLivePick } from '../../app/core/use-live.ts';
import { PageBody, PageList } from '../../app/frame/PageBody.tsx';
import { PaneHead } from '../../app/frame/PaneHead.tsx';
import { goTo } from '../../app/router/router.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterChips } from '../../ui/FilterChips.tsx';
import { TextReaderProvider } from '../../text/text-reader.ts';
import { usePageNames } from '../conversation/list/use-page-names.ts';
import { useWindowFocus } from '../conversation/list/use-window-focus.ts';
import { useTextReader } from '../conversation/use-text-reader.ts';
import { ActivityEntry } from './ActivityEntry.tsx';

const PAGE = 40;
const FILTERS = ['all', 'mentions', 'threads', 'reactions'] as const;

/** What concerns the person, newest first. What is shown counts as seen. */
export function ActivityPane() {
  const t = useWords();
  const [filter, setFilter] = useState<ActivityFilter>('all');
  const [limit, setLimit] = useState(PAGE);
  const view = useKept(useLive('activity', { filter, limit }, ['activity', 'sidebar', 'people']));
  const me = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me);
  const { names, authors } = usePageNames(view ?? null, me);
  const marked = useMarked(view);
  const textReader = useTextReader();
  useSee(view);
  return (
    <TextReaderProvider value={textReader}>
      <PaneHead title={t('activity.title')} />
      <PageBody>
        <FilterChips
          label={t('activity.filter')}
          chips={FILTERS.map((one) => ({ value: one, label: t(`activity.${one}`) }))}
          value={filter}
          onChange={(one) => {
            setFilter(one);
            setLimit(PAGE);
          }}
        />
        {view === undefined ? null : view.items.length === 0 ? (
          <NothingYet filter={filter} onAll={() => setFilter('all')} />
        ) : (
          <PageList
            label={t('activity.title')}
            more={
              view.more
                ? { label: t('activity.more'), onPress: () => setLimit(limit + PAGE) }
                : undefined
            }
          >
            {view.items.map((item) => (
              <ActivityEntry
                key={item.id}
                item={item}
                names={names}
                authors={authors}
                isNew={marked.has(item.id)}
              />
            ))}
          </PageList>
        )}
      </PageBody>
    </TextReaderProvider>
  );
}

function NothingYet({ filter, onAll }: { filter: ActivityFilter; onAll: () => void }) {
  const t = useWords();
  const all = filter === 'all';
  return (
    <EmptyState
      icon={<Bell />}
      title={t(all ? 'activity.noneTitle' : 'activity.noneFilter')}
      note={t('activity.none')}
      action={
        all ? (
          <Button look="primary" onPress={() => goTo({ at: 'new' })}>
            {t('activity.write')}
          </Button>
        ) : (
          <Button onPress={onAll}>{t('activity.showAll')}</Button>
        )
      }
    />
  );
}

const none: ReadonlySet<string> = new Set();

/** What was new once: it counts as seen at once, and stays marked for as long as the list is open. */
function useMarked(view: ActivityView | undefined): ReadonlySet<string> {
  const [marked, setMarked] = useState(none);
  const more = (view?.items ?? []).filter(({ id, isNew }) => isNew && !marked.has(id));
  if (more.length > 0) setMarked(new Set([...marked, ...more.map(({ id }) => id)]));
  return marked;
}

/** What stands on the screen of a window in front has been seen. */
function useSee(view: ActivityView | undefined): void {
  const core = useCore();
  const inFront = useWindowFocus();
  const newest = view?.items[0]?.at ?? 0;
  const fresh = view !== undefined && newest > view.seenTo;
  useEffect(() => {
    if (inFront && fresh) core.seeActivity({ at: newest }).catch(reportError);
  }, [core, inFront, fresh, newest]);
}
