import { useState } from 'react';
import { MAX_TEXT } from '../../../shared/domain/kinds/message.ts';
import { MAX_OPTION, MAX_OPTIONS } from '../../../shared/domain/kinds/poll.ts';
import { useAct } from '../../app/core/use-act.ts';
import { cancelOverlay, closeOverlay } from '../../app/overlays.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { FieldList } from '../../ui/FieldList.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { MomentField } from '../../ui/MomentField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { readLocalTime } from '../saved/remind-times.ts';
import { answersOf } from './answers.ts';
import { useMessageWindow } from '../conversation/window/use-message-window.ts';

interface Props {
  channelId: string;
  rootId: string | null;
  question: string;
}

/** The form of a new poll. It goes out as a message, connected or not. */
export function PollDialog({ channelId, rootId, question: begun }: Props) {
  const t = useWords();
  const act = useAct();
  const window = useMessageWindow(channelId);
  const [question, setQuestion] = useState(begun);
  const [fields, setFields] = useState<readonly string[]>(['', '']);
  const [several, setSeveral] = useState(false);
  const [anonymous, setAnonymous] = useState(false);
  const [closes, setCloses] = useState('');
  const [past, setPast] = useState(false);
  const answers = answersOf(fields);
  const asked = question.trim();

  const submit = (): void => {
    const closesAt = closes === '' ? null : readLocalTime(closes, Date.now());
    if (closes !== '' && closesAt === null) return setPast(true);
    if (asked === '' || !answers.enough || answers.twice !== null) return;
    closeOverlay();
    if (rootId === null) window.wrote();
    const poll = { options: answers.texts, several, anonymous, closesAt };
    void act((core) => core.send({ channelId, rootId, broadcast: false, text: asked, poll }));
  };
  return (
    <FormDialog
      title={t('polls.new')}
      onClose={cancelOverlay}
      confirm={t('polls.make')}
      ready={!(asked === '' || !answers.enough || answers.twice !== null)}
      onSubmit={submit}
    >
      <TextField
        label={t('polls.question')}
        value={question}
        onChange={setQuestion}
        maxLength={MAX_TEXT}
        autoFocus
      />
      <FieldList
        label={t('polls.answers')}
        values={fields}
        onChange={setFields}
        words={{
          field: (n) => t('polls.answer', { n }),
          remove: (n) => t('polls.removeAnswer', { n }),
          add: t('polls.addAnswer'),
        }}
        least={2}
        most={MAX_OPTIONS}
        maxLength={MAX_OPTION}
        problem={
          answers.twice === null ? undefined : { at: answers.twice, words: t('polls.twice') }
        }
      />
      <Switch label={t('polls.several')} isOn={several} onChange={setSeveral} />
      <Switch
        label={t('polls.anonymous')}
        note={t('polls.anonymousNote')}
        isOn={anonymous}
        onChange={setAnonymous}
      />
      <MomentField
        of="moment"
        label={t('polls.closesAt')}
        optional
        hint={t('polls.closesHint')}
        value={closes}
        onChange={(value) => {
          setCloses(value);
          setPast(false);
        }}
        problem={past ? t('polls.closesPast') : undefined}
      />
    </FormDialog>
  );
}
