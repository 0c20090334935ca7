import { SquareCheck, Square } from 'lucide-react';
import type { TaskView } from '../../../shared/rpc/task-views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { openOverlay } from '../../app/overlays.ts';
import { useWords } from '../../i18n/words-context.tsx';
import type { TextNames } from '../../text/text-reader.ts';
import { classNames } from '../../ui/class-names.ts';
import { WaitingMark } from '../conversation/message/WaitingMark.tsx';
import { DueTime } from './DueTime.tsx';
import css from './TaskChip.module.css';
import { TaskRefusal } from './TaskRefusal.tsx';

interface Props {
  task: TaskView;
  names: TextNames;
  mayWrite: boolean;
  /** In a message its parts are stops of the arrow keys; in a list they are reached by Tab. */
  inMessage: boolean;
}

/** What is to be done, by whom and when. */
export function TaskChip({ task, names, mayWrite, inMessage }: Props) {
  const stop = inMessage ? ({ tabIndex: -1, 'data-stop': true } as const) : {};
  const t = useWords();
  const act = useAct();
  const { id: taskId, channelId, done, title, assigneeId } = task;
  const who =
    assigneeId === null
      ? t('tasks.nobody')
      : assigneeId === names.me
        ? t('common.youFirst')
        : (names.people[assigneeId] ?? t('conversation.someone'));
  return (
    <div className={css.line} role="group" aria-label={t('tasks.task')}>
      <div className={classNames(css.chip, inMessage && css.box, done && css.done)}>
        <button
          type="button"
          role="checkbox"
          className={css.tick}
          aria-checked={done}
          aria-label={t('tasks.doneLabel', { title })}
          disabled={!mayWrite}
          {...stop}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => void act((core) => core.setTask({ channelId, taskId, done: !done }))}
        >
          {done ? <SquareCheck /> : <Square />}
        </button>
        <div className={css.what}>
          <button
            type="button"
            className={css.words}
            aria-label={t('tasks.open', { title })}
            disabled={!mayWrite}
            {...stop}
            onClick={() => openOverlay({ open: 'task', task })}
          >
            <span className={css.title} dir="auto">
              {title}
            </span>
          </button>
          <span className={css.who}>
            <bdi>{who}</bdi>
            {task.dueAt === null ? null : ' · '}
            <DueTime task={task} />
          </span>
          {task.waiting ? <WaitingMark /> : null}
        </div>
      </div>
      {task.refused === null ? null : <TaskRefusal refused={task.refused} />}
    </div>
  );
}
