import { useState, type SubmitEvent } from 'react';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import css from '../settings/settings.module.css';
import { SettingsSection } from '../settings/SettingsSection.tsx';
import { safeTimeZone, timeZoneLabel } from '../settings/time-zones.ts';
import { useSaveProfile } from '../settings/use-save-profile.ts';
import { HoursFields } from './HoursFields.tsx';
import { draftOf, hoursOf, sameHours } from './hours-fields.ts';

/** When the person works. Outside these hours nothing rings for them. */
export function HoursSection({ me }: { me: PersonView }) {
  const t = useWords();
  const { locale } = useFormat();
  const save = useSaveProfile();
  const [draft, setDraft] = useState(() => draftOf(me.hours));
  const hours = hoursOf(draft);
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
        <HoursFields draft={draft} onChange={setDraft} />
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
