import { useState } from 'react';
import { useAct } from '../../app/core/use-act.ts';
import { closeOverlay } from '../../app/overlays.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceRow, ChoiceRows } from '../../ui/ChoiceRows.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { MomentField } from '../../ui/MomentField.tsx';
import css from './RemindDialog.module.css';
import {
  localTime,
  readLocalTime,
  remindChoices,
  remindTime,
  type RemindChoice,
} from './remind-times.ts';

interface Props {
  channelId: string;
  messageId: string;
  /** The present time of the reminder, ms. */
  remindAt: number | null;
}

/** When to remind of a message; it is kept for later with that. */
export function RemindDialog({ channelId, messageId, remindAt }: Props) {
  const t = useWords();
  const format = useFormat();
  const act = useAct();
  // The times on the buttons are those of the moment at which one looks at them.
  const [now] = useState(() => Date.now());
  const [chosen, setChosen] = useState(() => localTime(remindAt ?? remindTime('tomorrow', now)));
  const [wrong, setWrong] = useState(false);
  const save = (at: number | null): void => {
    closeOverlay();
    void act((core) => core.save({ channelId, messageId, state: 'open', remindAt: at }));
  };
  // On a Friday it is not plain which Monday is the next.
  const whenOf = (choice: RemindChoice): string => {
    const at = remindTime(choice, now);
    return choice === 'monday' ? format.dated(at, now) : format.time(at);
  };
  const submit = (): void => {
    const at = readLocalTime(chosen, Date.now());
    if (at === null) setWrong(true);
    else save(at);
  };
  return (
    <FormDialog
      title={t('saved.remindTitle')}
      note={t('saved.remindNote')}
      onClose={closeOverlay}
      confirm={t('saved.remindSet')}
      onSubmit={submit}
      instead={
        remindAt === null ? null : (
          <Button onPress={() => save(null)}>{t('saved.noReminder')}</Button>
        )
      }
    >
      <ChoiceRows label={t('saved.remindTitle')}>
        {remindChoices.map((choice, i) => (
          <ChoiceRow
            key={choice}
            autoFocus={i === 0}
            onPress={() => save(remindTime(choice, Date.now()))}
          >
            <span>{t(`saved.remind.${choice}`)}</span>
            <span className={css.when}>{whenOf(choice)}</span>
          </ChoiceRow>
        ))}
      </ChoiceRows>
      <MomentField
        of="moment"
        label={t('saved.remindAt')}
        value={chosen}
        onChange={(value) => {
          setChosen(value);
          setWrong(false);
        }}
        problem={wrong ? t('saved.remindPast') : undefined}
      />
    </FormDialog>
  );
}
