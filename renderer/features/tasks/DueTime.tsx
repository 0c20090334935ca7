import type { TaskView } from '../../../shared/rpc/task-views.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { useNow } from '../../ui/use-now.ts';
import { usePast } from '../../ui/use-past.ts';
import css from './DueTime.module.css';

/** When a task is due; loud once that is past and it is open. */
export function DueTime({ task: { dueAt, done } }: { task: Pick<TaskView, 'dueAt' | 'done'> }) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const past = usePast(dueAt);
  if (dueAt === null) return null;
  const late = past && !done;
  const when = past ? format.when(dueAt, now) : format.until(dueAt, now);
  return (
    <time
      className={late ? css.late : css.due}
      dateTime={new Date(dueAt).toISOString()}
      title={format.full(dueAt)}
    >
      {t(late ? 'tasks.overdue' : 'tasks.due', { when })}
    </time>
  );
}
