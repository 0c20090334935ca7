import { ListChecks } from 'lucide-react';
import { useLive } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { SidebarViewRow } from '../sidebar/SidebarViewRow.tsx';

/** The way to what one has to do; loud where some of it is overdue. */
export function TasksRow() {
  const t = useWords();
  const counts = useLive('taskCounts', {}, ['tasks']);
  const { open, overdue } = counts ?? { open: 0, overdue: 0 };
  return (
    <SidebarViewRow
      at="tasks"
      words="tasks.tasks"
      icon={ListChecks}
      count={overdue > 0 ? overdue : open}
      label={
        overdue > 0 ? t('tasks.overdueCount', { n: overdue }) : t('tasks.openCount', { n: open })
      }
      waits={overdue > 0}
    />
  );
}
