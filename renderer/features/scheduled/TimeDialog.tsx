import { useState } from 'react';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { MomentField } from '../../ui/MomentField.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ownTimeZone, timeZoneLabel } from '../settings/time-zones.ts';
import { dateOf } from '../work-time/hours-fields.ts';
import { clockOf, momentOf } from './later-choices.ts';
import css from './scheduled.module.css';

interface Props {
  title: string;
  /** What the fields begin with, ms. */
  at: number;
  onChoose: (at: number) => void;
  onClose: () => void;
}

/** Asks for a day and a time to come, on the clock of this computer. */
export function TimeDialog({ title, at, onChoose, onClose }: Props) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const [day, setDay] = useState(dateOf(at));
  const [time, setTime] = useState(clockOf(at));
  const chosen = momentOf(day, time);
  const past = chosen !== undefined && chosen <= now;
  const submit = (): void => {
    // The minute may have passed while the dialog was open.
    if (chosen === undefined || chosen <= Date.now()) return;
    onChoose(chosen);
    onClose();
  };
  return (
    <FormDialog
      title={title}
      note={t('scheduled.zone', { zone: timeZoneLabel(ownTimeZone(), format.locale) })}
      onClose={onClose}
      confirm={
        chosen === undefined || past
          ? t('scheduled.schedule')
          : t('scheduled.scheduleFor', { when: format.until(chosen, now) })
      }
      ready={!(chosen === undefined || past)}
      onSubmit={submit}
    >
      <div className={css.fields}>
        <MomentField
          of="day"
          label={t('scheduled.day')}
          value={day}
          onChange={setDay}
          autoFocus
          problem={past ? t('scheduled.past') : undefined}
        />
        <MomentField of="time" label={t('scheduled.time')} value={time} onChange={setTime} />
      </div>
    </FormDialog>
  );
}
