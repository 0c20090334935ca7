import { Plus, X } from 'lucide-react';
import { useId, useRef, useState, type SubmitEvent } from 'react';
import { MAX_TEXT } from '../../../shared/domain/kinds/message.ts';
import { MAX_OPTION, MAX_OPTIONS } from '../../../shared/domain/kinds/poll.ts';
import { useAct } from '../../app/core/use-act.ts';
import { closeOverlay } from '../../app/overlays.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { readLocalTime } from '../saved/remind-times.ts';
import { answersOf } from './answers.ts';
import css from './PollDialog.module.css';

interface Props {
  channelId: string;
  rootId: string | null;
  question: string;
}

/** The form of a new poll. It goes out as a message, connected or not. */
export function PollDialog({ channelId, rootId, question: begun }: Props) {
  const t = useWords();
  const act = useAct();
  const form = useId();
  const [question, setQuestion] = useState(begun);
  const [fields, setFields] = useState<readonly string[]>(['', '']);
  const [several, setSeveral] = useState(false);
  const [anonymous, setAnonymous] = useState(false);
  const [closes, setCloses] = useState('');
  const [past, setPast] = useState(false);
  const last = useRef<HTMLInputElement>(null);
  const answers = answersOf(fields);
  const asked = question.trim();
  const twice = answers.twice === null ? undefined : t('polls.twice');

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const closesAt = closes === '' ? null : readLocalTime(closes, Date.now());
    if (closes !== '' && closesAt === null) return setPast(true);
    if (asked === '' || !answers.enough || answers.twice !== null) return;
    closeOverlay();
    const poll = { options: answers.texts, several, anonymous, closesAt };
    void act((core) => core.send({ channelId, rootId, broadcast: false, text: asked, poll }));
  };
  const set = (at: number, text: string): void =>
    setFields(fields.map((before, index) => (index === at ? text : before)));
  const add = (): void => {
    setFields([...fields, '']);
    requestAnimationFrame(() => last.current?.focus());
  };
  return (
    <Dialog
      title={t('polls.new')}
      onClose={closeOverlay}
      footer={
        <>
          <Button onPress={closeOverlay}>{t('common.cancel')}</Button>
          <Button
            type="submit"
            form={form}
            look="primary"
            isDisabled={asked === '' || !answers.enough || answers.twice !== null}
          >
            {t('polls.make')}
          </Button>
        </>
      }
    >
      <form id={form} className={css.form} onSubmit={submit}>
        <TextField
          label={t('polls.question')}
          value={question}
          onChange={setQuestion}
          maxLength={MAX_TEXT}
          autoFocus
        />
        <div className={css.answers} role="group" aria-label={t('polls.answers')}>
          {fields.map((text, index) => (
            // Answers have no other identity than their place.
            <div key={index} className={css.answer}>
              <TextField
                label={t('polls.answer', { n: index + 1 })}
                value={text}
                onChange={(value) => set(index, value)}
                maxLength={MAX_OPTION}
                problem={answers.twice === index ? twice : undefined}
                {...(index === fields.length - 1 ? { inputRef: last } : {})}
              />
              {fields.length > 2 ? (
                <IconButton
                  size="small"
                  label={t('polls.removeAnswer', { n: index + 1 })}
                  onPress={() => setFields(fields.filter((_, at) => at !== index))}
                >
                  <X />
                </IconButton>
              ) : null}
            </div>
          ))}
          {fields.length < MAX_OPTIONS ? (
            <Button look="quiet" icon={<Plus />} onPress={add}>
              {t('polls.addAnswer')}
            </Button>
          ) : null}
        </div>
        <Switch label={t('polls.several')} isOn={several} onChange={setSeveral} />
        <Switch
          label={t('polls.anonymous')}
          note={t('polls.anonymousNote')}
          isOn={anonymous}
          onChange={setAnonymous}
        />
        <TextField
          type="datetime-local"
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
      </form>
    </Dialog>
  );
}
