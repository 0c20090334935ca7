import { useState, type SubmitEvent } from 'react';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from '../settings/settings.module.css';
import { SettingsSection } from '../settings/SettingsSection.tsx';
import { safeTimeZone, timeZoneLabel } from '../settings/time-zones.ts';
import { useSaveProfile } from '../settings/use-save-profile.ts';
import { DaysField } from './DaysField.tsx';
import { hoursOf, sameHours, timeOf } from './hours-fields.ts';

/** When the person works. Outside these hours nothing rings for them. */
export function HoursSection({ me }: { me: PersonView }) {
  const t = useWords();
  const { locale } = useFormat();
  const save = useSaveProfile();
  const [days, setDays] = useState<readonly number[]>(me.hours.days);
  const [from, setFrom] = useState(timeOf(me.hours.from));
  const [to, setTo] = useState(timeOf(me.hours.to));
  const hours = hoursOf(days, from, to);
  const empty = hours !== undefined && hours.from === hours.to;
  const same = hours !== undefined && sameHours(hours, me.hours);
  const zone = safeTimeZone(me.timeZone);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (hours !== undefined && !empty && !same) save({ hours });
  };
  return (
    <SettingsSection title={t('workTime.hours')} note={t('workTime.hoursNote')}>
      <form className={css.body} onSubmit={submit}>
        <DaysField label={t('workTime.days')} days={days} onChange={setDays} />
        <div className={css.pair}>
          <TextField type="time" label={t('workTime.from')} value={from} onChange={setFrom} />
          <TextField
            type="time"
            label={t('workTime.to')}
            value={to}
            onChange={setTo}
            problem={empty ? t('workTime.empty') : undefined}
            hint={hours !== undefined && hours.to < hours.from ? t('workTime.nextDay') : undefined}
          />
        </div>
        <p className={css.quiet}>
          {zone === undefined
            ? t('workTime.noZone')
            : t('workTime.zone', { zone: timeZoneLabel(zone, locale) })}
        </p>
        <div className={css.actions}>
          <Button type="submit" look="primary" isDisabled={hours === undefined || empty || same}>
            {t('common.save')}
          </Button>
          {me.ownHours ? (
            <Button look="quiet" onPress={() => save({ hours: null })}>
              {t('workTime.companyHours')}
            </Button>
          ) : null}
        </div>
      </form>
    </SettingsSection>
  );
}
