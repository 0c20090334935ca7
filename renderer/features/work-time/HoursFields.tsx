import { MINUTES_A_DAY } from '../../../shared/domain/hours.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { MomentField } from '../../ui/MomentField.tsx';
import { DaysField } from './DaysField.tsx';
import css from './work-time.module.css';
import { hoursOf, type HoursDraft } from './hours-fields.ts';

/** Days of work, and from when to when. */
export function HoursFields({
  draft,
  onChange,
}: {
  draft: HoursDraft;
  onChange: (draft: HoursDraft) => void;
}) {
  const t = useWords();
  const hours = hoursOf(draft);
  const empty = hours !== undefined && hours.from === hours.to;
  const allDay = hours !== undefined && hours.to - hours.from === MINUTES_A_DAY;
  const overnight = hours !== undefined && hours.to < hours.from;
  return (
    <>
      <DaysField
        label={t('workTime.days')}
        days={draft.days}
        onChange={(days) => onChange({ ...draft, days })}
      />
      <div className={css.times}>
        <MomentField
          of="time"
          label={t('workTime.from')}
          value={draft.from}
          onChange={(from) => onChange({ ...draft, from })}
        />
        <MomentField
          of="time"
          label={t('workTime.to')}
          value={draft.to}
          onChange={(to) => onChange({ ...draft, to })}
          problem={empty ? t('workTime.empty') : undefined}
          hint={
            overnight ? t('workTime.nextDay') : allDay ? t('workTime.aroundTheClock') : undefined
          }
        />
      </div>
    </>
  );
}
