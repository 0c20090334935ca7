import { useState } from 'react';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import { closeOverlay } from '../../app/overlays.ts';
import { goToChannel } from '../../app/router/router.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { PeoplePicker } from '../people/PeoplePicker.tsx';
import { finishSlug, typeSlug } from './channel-slug.ts';
import { ChannelNameField, useNameProblem } from './ChannelNameField.tsx';

/** As many as one command carries (shared/commands/channel-create.ts). */
const MOST = 100;

/** Makes a channel. It is there at once, also without a network. */
export function CreateChannelDialog({ name: begun }: { name: string }) {
  const t = useWords();
  const act = useAct();
  const myId = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me.id);
  const [name, setName] = useState(() => typeSlug(begun));
  const [topic, setTopic] = useState('');
  const [type, setType] = useState<'public' | 'private'>('public');
  const [people, setPeople] = useState<readonly PersonView[]>([]);
  const problem = useNameProblem(name, '');

  const create = (): void => {
    if (problem !== undefined) return;
    const userIds = people.map((person) => person.id);
    void act((core) =>
      core.createChannel({ name: finishSlug(name), type, topic: topic.trim(), userIds }),
    ).then((queued) => {
      if (queued === undefined) return;
      closeOverlay();
      goToChannel(queued.op);
    });
  };
  return (
    <FormDialog
      title={t('channels.createTitle')}
      note={t('channels.createNote')}
      onClose={closeOverlay}
      confirm={t('channels.create')}
      ready={problem === undefined}
      onSubmit={create}
    >
      <ChannelNameField value={name} onChange={setName} problem={problem} />
      <TextField
        label={t('channels.topic')}
        optional
        hint={t('channels.topicHint')}
        value={topic}
        onChange={setTopic}
        maxLength={250}
      />
      <Choice
        label={t('channels.visibility')}
        value={type}
        onChange={setType}
        options={[
          { value: 'public', label: t('channels.public'), note: t('channels.publicNote') },
          { value: 'private', label: t('channels.private'), note: t('channels.privateNote') },
        ]}
      />
      <PeoplePicker
        label={t('channels.people')}
        optional
        hint={t('channels.peopleHint')}
        chosen={people}
        onChange={setPeople}
        without={myId === undefined ? [] : [myId]}
        most={MOST}
      />
    </FormDialog>
  );
}
