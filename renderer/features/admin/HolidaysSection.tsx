import { Plus, X } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import type { CompanyView } from '../../../shared/rpc/views.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { MomentField } from '../../ui/MomentField.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import settings from '../settings/settings.module.css';
import { SettingsSection } from '../settings/SettingsSection.tsx';
import css from './admin.module.css';
import { useSetCompany } from './use-set-company.ts';

/** As many as a workspace keeps (shared/domain/kinds/workspace.ts). */
const MOST = 200;
/** A day without a zone, shown as that day everywhere. */
const noonOf = (date: string): number => Date.parse(`${date}T12:00:00`);

/** Days on which nobody is rung, for the whole company. */
export function HolidaysSection({ company: { holidays } }: { company: CompanyView }) {
  const t = useWords();
  const format = useFormat();
  const setCompany = useSetCompany();
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const taken = holidays.some((holiday) => holiday.date === date);
  const ready = date !== '' && name.trim() !== '' && !taken && holidays.length < MOST;
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!ready) return;
    setCompany({ holidays: [...holidays, { date, name: name.trim() }] });
    setDate('');
    setName('');
  };
  return (
    <SettingsSection title={t('admin.holidays')} note={t('admin.holidaysNote')}>
      {holidays.length === 0 ? (
        <p className={settings.quiet}>{t('admin.holidaysNone')}</p>
      ) : (
        <ul className={css.list}>
          {holidays.map((holiday) => (
            <li key={holiday.date} className={css.row}>
              <time dateTime={holiday.date} className={css.day}>
                {format.date(noonOf(holiday.date))}
              </time>
              <span className={css.words} dir="auto">
                {holiday.name}
              </span>
              <IconButton
                label={t('common.remove', { name: holiday.name })}
                onPress={() =>
                  setCompany({ holidays: holidays.filter(({ date: day }) => day !== holiday.date) })
                }
              >
                <X />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <form className={css.add} onSubmit={add}>
        <MomentField
          of="day"
          label={t('admin.holidayDate')}
          value={date}
          onChange={setDate}
          problem={taken ? t('admin.holidayTaken') : undefined}
        />
        <TextField label={t('admin.holidayName')} value={name} onChange={setName} maxLength={80} />
        <Button type="submit" icon={<Plus />} isDisabled={!ready}>
          {t('admin.holidayAdd')}
        </Button>
      </form>
    </SettingsSection>
  );
}
