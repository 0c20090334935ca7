import { useState } from 'react';
import { groupName, MAX_GROUP } from '../../../shared/domain/kinds/group.ts';
import type { GroupMembers, PersonView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useLive, useLivePick } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { notify } from '../../ui/notices.ts';
import { TextField } from '../../ui/TextField.tsx';
import { tidyGroupName } from '../groups/group-words.ts';
import { PeoplePicker } from '../people/PeoplePicker.tsx';

interface Props {
  /** Null: a new one. */
  groupId: string | null;
  /** Names that other groups have. */
  others: readonly string[];
  onClose: () => void;
}

/** Makes a group, or changes what it is called and who is in it. */
export function GroupDialog(props: Props) {
  const { groupId } = props;
  if (groupId === null) return <GroupForm {...props} group={null} />;
  return <Known {...props} groupId={groupId} />;
}

function Known(props: Props & { groupId: string }) {
  const group = useLive('group', { groupId: props.groupId }, ['groups', 'people']);
  // What is being written does not change with what others do meanwhile.
  return group == null ? null : <GroupForm {...props} group={group} />;
}

function GroupForm({ groupId, group, others, onClose }: Props & { group: GroupMembers | null }) {
  const t = useWords();
  const act = useAct();
  const connected = useLivePick('connection', {}, ['connection'], (c) => c.state === 'connected');
  const [name, setName] = useState(group?.name ?? '');
  const [about, setAbout] = useState(group?.about ?? '');
  const [people, setPeople] = useState<readonly PersonView[]>(group?.people ?? []);
  const bad = name !== '' && !groupName.safeParse(name).success;
  const taken = others.includes(name);
  const ready = name !== '' && !bad && !taken && people.length > 0;
  const save = (): void => {
    if (!ready) return;
    // Whoever is not known on this computer stays in it.
    const shown = new Set(group?.people.map(({ id }) => id));
    const unknown = (group?.userIds ?? []).filter((id) => !shown.has(id));
    const userIds = [...people.map(({ id }) => id), ...unknown];
    void act((core) => core.setGroup({ groupId, name, about, userIds })).then((queued) => {
      if (queued === undefined) return;
      notify(t(connected === true ? 'settings.saved' : 'settings.savedWaiting'));
      onClose();
    });
  };
  const problem = taken ? t('groups.taken') : bad ? t('groups.nameBad') : undefined;
  return (
    <FormDialog
      title={group === null ? t('groups.add') : t('groups.edit', { name: `@${group.name}` })}
      note={t('groups.dialogNote')}
      onClose={onClose}
      confirm={t(group === null ? 'groups.create' : 'common.save')}
      ready={ready}
      onSubmit={save}
    >
      <TextField
        autoFocus
        label={t('groups.name')}
        hint={t('groups.nameHint')}
        start="@"
        value={name}
        onChange={(typed) => setName(tidyGroupName(typed))}
        maxLength={40}
        problem={problem}
      />
      <TextField
        label={t('groups.about')}
        optional
        value={about}
        onChange={setAbout}
        maxLength={120}
      />
      <PeoplePicker
        label={t('groups.people')}
        chosen={people}
        onChange={setPeople}
        without={[]}
        most={MAX_GROUP}
        onDone={save}
      />
    </FormDialog>
  );
}
