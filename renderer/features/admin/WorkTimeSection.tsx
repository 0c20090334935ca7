import { useState, type SubmitEvent } from 'react';
import type { CompanyView } from '../../../shared/rpc/views.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import css from '../settings/settings.module.css';
import { SettingsSection } from '../settings/SettingsSection.tsx';
import { draftOf, hoursOf, sameHours } from '../work-time/hours-fields.ts';
import { HoursFields } from '../work-time/HoursFields.tsx';
import { useSetCompany } from './use-set-company.ts';

const WAYS = ['day_start', 'quiet', 'ring'] as const;

/** The company's working hours, and what is offered to who writes to somebody who is off. */
export function WorkTimeSection({ company }: { company: CompanyView }) {
  const t = useWords();
  const setCompany = useSetCompany();
  const [draft, setDraft] = useState(() => draftOf(company.hours));
  const hours = hoursOf(draft);
  const wrong = hours === undefined || hours.from === hours.to;
  const same = hours !== undefined && sameHours(hours, company.hours);
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!wrong && !same) setCompany({ hours });
  };
  return (
    <SettingsSection title={t('workTime.hours')} note={t('admin.hoursNote')}>
      <form className={css.body} onSubmit={save}>
        <HoursFields draft={draft} onChange={setDraft} />
        <div className={css.actions}>
          <Button type="submit" look="primary" isDisabled={wrong || same}>
            {t('common.save')}
          </Button>
        </div>
      </form>
      <Choice
        label={t('admin.offHours')}
        value={company.offHours}
        options={WAYS.map((value) => ({
          value,
          label: t(`admin.offWay.${value}.label`),
          note: t(`admin.offWay.${value}.note`),
        }))}
        onChange={(offHours) => setCompany({ offHours })}
      />
    </SettingsSection>
  );
}
