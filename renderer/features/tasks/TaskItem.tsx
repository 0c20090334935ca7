import type { TaskList, TaskView } from '../../../shared/rpc/task-views.ts';
import { hrefOf } from '../../app/router/router.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import type { TextNames } from '../../text/text-reader.ts';
import { useNow } from '../../ui/use-now.ts';
import { useListedTitle } from '../channels/use-channel-title.ts';
import { Checklist } from '../checklists/Checklist.tsx';
import { TaskChip } from './TaskChip.tsx';
import css from './TaskItem.module.css';

interface Props {
  task: TaskView;
  names: TextNames;
  /** Null where it goes without saying. */
  place: TaskList['channels'][string] | null;
}

/** One task of a list, with where it stands and who gave it. */
export function TaskItem({ task, names, place }: Props) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const { channelId, messageId, authorId, doneAt, doneBy, away } = task;
  const nameOf = (id: string): string =>
    id === names.me ? t('common.you') : (names.people[id] ?? t('conversation.someone'));
  const listed = useListedTitle(channelId);
  const where =
    place === null ? null : listed || (place.name === '' ? place.title : `#${place.name}`);
  const forMyself = authorId === names.me && task.assigneeId === names.me;
  return (
    <li className={css.item}>
      {away ? (
        <p className={css.away}>{t('tasks.away')}</p>
      ) : (
        <>
          <TaskChip task={task} names={names} mayWrite inMessage={false} />
          <Checklist
            channelId={channelId}
            ownerId={task.id}
            list={task.checklist}
            names={names}
            mayWrite
            mayChange
            inMessage={false}
          />
        </>
      )}
      <p className={css.about}>
        {where === null && messageId === null ? null : (
          <a dir="auto" href={hrefOf({ at: 'channel', channelId, messageId })}>
            {messageId === null ? where : t('tasks.toMessage', { place: where ?? '' })}
          </a>
        )}
        <span dir="auto">
          {doneAt !== null && doneBy !== null
            ? t('tasks.doneBy', { who: nameOf(doneBy), when: format.when(doneAt, now) })
            : forMyself
              ? null
              : authorId === names.me
                ? t('tasks.givenByYou')
                : t('tasks.givenBy', { who: nameOf(authorId) })}
        </span>
      </p>
    </li>
  );
}
