import { useId } from 'react';
import { useFormat } from '../../i18n/words-context.tsx';
import field from '../../ui/field.module.css';
import css from './work-time.module.css';
import { dayNames } from './hours-fields.ts';

/** The days of a week, each on or off. 1 is Monday. */
export function DaysField({
  label,
  days,
  onChange,
}: {
  label: string;
  days: readonly number[];
  onChange: (days: number[]) => void;
}) {
  const { locale } = useFormat();
  const id = useId();
  const long = dayNames(locale, 'long');
  return (
    <div className={field.field} role="group" aria-labelledby={id}>
      <span id={id} className={field.label}>
        {label}
      </span>
      <div className={css.days}>
        {dayNames(locale, 'short').map((name, index) => {
          const day = index + 1;
          const on = days.includes(day);
          return (
            <button
              key={day}
              type="button"
              className={css.day}
              aria-pressed={on}
              aria-label={long[index]}
              onClick={() => onChange(on ? days.filter((one) => one !== day) : [...days, day])}
            >
              {name}
            </button>
          );
        })}
      </div>
    </div>
  );
}
