import { useState } from 'react';
import { MAX_TITLE } from '../../../shared/domain/kinds/task.ts';
import type { TaskView } from '../../../shared/rpc/task-views.ts';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useLive, useLivePick } from '../../app/core/use-live.ts';
import { cancelOverlay, closeOverlay } from '../../app/overlays.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { MomentField } from '../../ui/MomentField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { PeoplePicker } from '../people/PeoplePicker.tsx';
import { localTime } from '../saved/remind-times.ts';
import type { TaskDraft } from './task-draft.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';
/** The conversation with oneself. */
const OWN = 'own';

/** The form of a task: of a new one, or to change one. */
export function TaskDialog({ task }: { task: TaskView | TaskDraft }) {
  // Whom it is given to is known a moment later, and the form begins with it.
  const { assigneeId } = task;
  const person = useLive('person', { userId: assigneeId ?? NOBODY }, ['people']);
  if (assigneeId !== null && person === undefined) return null;
  return <Form task={task} begunWith={assigneeId === null ? null : (person ?? null)} />;
}

function Form({ task, begunWith }: { task: TaskView | TaskDraft; begunWith: PersonView | null }) {
  const t = useWords();
  const act = useAct();
  const before = 'id' in task ? task : null;
  const [title, setTitle] = useState(task.title);
  const [place, setPlace] = useState(task.channelId ?? OWN);
  const [people, setPeople] = useState<readonly PersonView[]>(
    begunWith === null ? [] : [begunWith],
  );
  const begunDue = task.dueAt === null ? '' : localTime(task.dueAt);
  const [due, setDue] = useState(begunDue);
  const alone = place === OWN;
  const assigneeId = people[0]?.id ?? null;

  const submit = (): void => {
    if (title.trim() === '') return;
    const dueAt = due === '' ? null : new Date(due).getTime();
    closeOverlay();
    const what = { title: title.trim(), dueAt };
    // S9: what was left as it was is not named: somebody else may be changing it.
    const changed = {
      ...(what.title === task.title ? {} : { title: what.title }),
      ...(due === begunDue ? {} : { dueAt }),
      ...(assigneeId === (begunWith?.id ?? null) ? {} : { assigneeId }),
    };
    void act(async (core) => {
      if (before !== null) {
        const { channelId, id: taskId } = before;
        return core.setTask({ channelId, taskId, ...changed });
      }
      const { messageId } = task;
      if (!alone) return core.addTask({ channelId: place, messageId, ...what, assigneeId });
      const { channelId } = await core.openConversation({ userIds: [] });
      const sidebar = await core.sidebar({});
      return core.addTask({ channelId, messageId, ...what, assigneeId: sidebar?.me.id ?? null });
    });
  };
  const remove = (): void => {
    closeOverlay();
    if (before === null) return;
    const { channelId, id: taskId } = before;
    void act((core) => core.removeTask({ channelId, taskId }));
  };
  return (
    <FormDialog
      title={t(before === null ? 'tasks.new' : 'tasks.change')}
      onClose={cancelOverlay}
      confirm={t(before === null ? 'tasks.make' : 'common.save')}
      ready={title.trim() !== ''}
      onSubmit={submit}
      instead={before === null ? null : <Button onPress={remove}>{t('tasks.remove')}</Button>}
    >
      <TextField
        label={t('tasks.title')}
        value={title}
        onChange={setTitle}
        maxLength={MAX_TITLE}
        autoFocus
      />
      {task.channelId === null ? <PlaceField value={place} onChange={setPlace} /> : null}
      {alone ? null : (
        <PeoplePicker
          key={place}
          label={t('tasks.assignee')}
          optional
          hint={t('tasks.assigneeHint')}
          chosen={people}
          onChange={setPeople}
          without={[]}
          most={1}
          membersOf={place}
        />
      )}
      <MomentField of="moment" label={t('tasks.dueAt')} optional value={due} onChange={setDue} />
    </FormDialog>
  );
}

/** Where a task stands that belongs to no message: for oneself, or for a conversation to see. */
function PlaceField({ value, onChange }: { value: string; onChange: (to: string) => void }) {
  const t = useWords();
  const all = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.channels) ?? [];
  const options = [
    { value: OWN, label: t('tasks.forMe') },
    ...all
      .filter(({ archived }) => !archived)
      .map(({ id, title, people }) => ({
        value: id,
        label: people.length === 0 ? `#${title}` : title,
      })),
  ];
  return <Select label={t('tasks.place')} value={value} options={options} onChange={onChange} />;
}
