import { CalendarClock } from 'lucide-react';
import { useLive } from '../../app/core/use-live.ts';
import { useRoutePick } from '../../app/router/router.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { SidebarViewRow } from '../sidebar/SidebarViewRow.tsx';

/** In the sidebar while anything goes out later, and while one looks at it. */
export function ScheduledRow() {
  const t = useWords();
  const all = useLive('scheduled', {}, ['scheduled']) ?? [];
  const open = useRoutePick(({ place }) => place.at === 'scheduled');
  if (all.length === 0 && !open) return null;
  const failed = all.filter((one) => one.failed !== null).length;
  return (
    <SidebarViewRow
      at="scheduled"
      words="scheduled.title"
      icon={CalendarClock}
      count={failed > 0 ? failed : all.length}
      label={
        failed > 0
          ? t('scheduled.failedHere', { n: failed })
          : t('scheduled.count', { n: all.length })
      }
      waits={failed > 0}
    />
  );
}
