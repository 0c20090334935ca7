import { ListChecks, Plus } from 'lucide-react';
import { useState } from 'react';
import type { TaskList } from '../../../shared/rpc/task-views.ts';
import { useKept, useLive, useLivePick } from '../../app/core/use-live.ts';
import { lastChannel } from '../../app/frame/last-channel.ts';
import { PageBody } from '../../app/frame/PageBody.tsx';
import { PaneHead } from '../../app/frame/PaneHead.tsx';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterChips } from '../../ui/FilterChips.tsx';
import { Select } from '../../ui/Select.tsx';
import { useTextNames } from '../conversation/use-text-names.ts';
import { openNewTask } from './open-task.ts';
import { TaskItem } from './TaskItem.tsx';
import css from './TasksPane.module.css';

const LISTS = ['mine', 'given', 'channel'] as const;
const STATES = ['open', 'done'] as const;
type ListName = (typeof LISTS)[number];

/** What is to be done: by oneself, by others for one, in a channel; overdue first. */
export function TasksPane() {
  const t = useWords();
  const [of, setOf] = useState<ListName>('mine');
  const [done, setDone] = useState(false);
  const sidebar = useLivePick('sidebar', {}, ['sidebar'], (s) => s?.channels) ?? [];
  const [chosen, setChosen] = useState(lastChannel);
  const channelId = chosen ?? sidebar[0]?.id ?? null;
  return (
    <>
      <PaneHead title={t('tasks.tasks')}>
        <Button icon={<Plus />} onPress={() => openNewTask(of === 'channel' ? { channelId } : {})}>
          {t('tasks.new')}
        </Button>
      </PaneHead>
      <PageBody>
        <div className={css.choices}>
          <FilterChips
            label={t('tasks.show')}
            chips={LISTS.map((value) => ({ value, label: t(`tasks.list.${value}`) }))}
            value={of}
            onChange={setOf}
          />
          <FilterChips
            label={t('tasks.state')}
            chips={STATES.map((value) => ({ value, label: t(`tasks.list.${value}`) }))}
            value={done ? 'done' : 'open'}
            onChange={(value) => setDone(value === 'done')}
          />
        </div>
        {of === 'channel' ? (
          <Select
            label={t('tasks.place')}
            value={channelId}
            options={sidebar.map(({ id, title, people }) => ({
              value: id,
              label: people.length === 0 ? `#${title}` : title,
            }))}
            onChange={setChosen}
          />
        ) : null}
        {of !== 'channel' ? (
          <Items key={of} question={{ of, done }} />
        ) : channelId === null ? null : (
          <Items key={channelId} question={{ of, channelId, done }} />
        )}
      </PageBody>
    </>
  );
}

type Question =
  | { of: 'mine' | 'given'; done: boolean }
  | { of: 'channel'; channelId: string; done: boolean };

function Items({ question }: { question: Question }) {
  const list = useKept(useLive('tasks', question, ['tasks', 'people', 'sidebar', 'connection']));
  if (list === undefined) return null;
  return <Listed list={list} question={question} />;
}

function Listed({ list, question }: { list: TaskList; question: Question }) {
  const t = useWords();
  const names = useTextNames(list);
  // While the other list is asked for, the one before stands.
  const items = list.items.filter(({ done }) => done === question.done);
  const key = question.done ? 'done' : question.of;
  return (
    <>
      {items.length === 0 ? (
        <EmptyState
          icon={<ListChecks />}
          title={t(`tasks.none.${key}`)}
          note={t(`tasks.noneNote.${key}`)}
        />
      ) : (
        <ul className={css.list} aria-label={t('tasks.tasks')}>
          {items.map((task) => (
            <TaskItem
              key={task.id}
              task={task}
              names={names}
              place={question.of === 'channel' ? null : (list.channels[task.channelId] ?? null)}
            />
          ))}
        </ul>
      )}
      {list.complete ? null : <p className={css.part}>{t('tasks.part')}</p>}
    </>
  );
}
