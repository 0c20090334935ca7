import { useMemo, useState, type SubmitEvent } from 'react';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useLive } from '../../app/core/use-live.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { PeoplePicker } from '../people/PeoplePicker.tsx';
import {
  birthdayOf,
  daysOf,
  NO_PART,
  personalFields,
  skillsOf,
  twoDigits,
  type PersonalFields,
} from './personal-fields.ts';
import css from './settings.module.css';
import { SettingsSection } from './SettingsSection.tsx';
import { useSaveProfile } from './use-save-profile.ts';

/** What somebody tells colleagues of themselves, by choice. */
export function PersonalSection({ me }: { me: PersonView }) {
  const t = useWords();
  const save = useSaveProfile();
  const [fields, setFields] = useState(() => personalFields(me));
  const [picked, setPicked] = useState<PersonView[] | null>(null);
  const known = useLive('person', { userId: me.manager?.id ?? me.id }, ['people']);
  const manager = picked ?? (me.manager === null || !known ? [] : [known]);
  const skills = skillsOf(fields.skills);
  const birthday = birthdayOf(fields);
  const set = (name: keyof PersonalFields) => (value: string) =>
    setFields((before) => ({ ...before, [name]: value }));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (skills === undefined || birthday === undefined) return;
    save({
      ...{ managerId: manager[0]?.id ?? null, pronouns: fields.pronouns.trim() },
      ...{ skills, birthday },
    });
  };
  return (
    <SettingsSection title={t('settings.personal')} note={t('settings.personalNote')}>
      <form className={css.body} onSubmit={submit}>
        <PeoplePicker
          label={t('settings.manager')}
          hint={t('settings.managerHint')}
          chosen={manager}
          onChange={setPicked}
          without={[me.id]}
          most={1}
          optional
        />
        <TextField
          label={t('settings.pronouns')}
          value={fields.pronouns}
          onChange={set('pronouns')}
          maxLength={40}
          optional
        />
        <TextField
          label={t('settings.skills')}
          hint={t('settings.skillsHint')}
          problem={skills === undefined ? t('settings.skillsTooMany') : undefined}
          value={fields.skills}
          onChange={set('skills')}
          optional
        />
        <Birthday fields={fields} set={set} wrong={birthday === undefined} />
        <div className={css.actions}>
          <Button
            type="submit"
            look="primary"
            isDisabled={skills === undefined || birthday === undefined}
          >
            {t('common.save')}
          </Button>
        </div>
      </form>
    </SettingsSection>
  );
}

interface BirthdayProps {
  fields: PersonalFields;
  set: (name: 'day' | 'month') => (value: string) => void;
  wrong: boolean;
}

function Birthday({ fields, set, wrong }: BirthdayProps) {
  const t = useWords();
  const { locale } = useFormat();
  const none = useMemo(() => ({ value: NO_PART, label: t('settings.birthdayNone') }), [t]);
  const months = useMemo(() => {
    const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
    const all = Array.from({ length: 12 }, (_, month) => ({
      ...{ value: twoDigits(month + 1), label: name.format(Date.UTC(2024, month, 1)) },
    }));
    return [none, ...all];
  }, [locale, none]);
  const days = useMemo(() => {
    const number = new Intl.NumberFormat(locale);
    const all = Array.from({ length: daysOf(fields.month) }, (_, day) => ({
      ...{ value: twoDigits(day + 1), label: number.format(day + 1) },
    }));
    return [none, ...all];
  }, [locale, none, fields.month]);
  return (
    <div className={css.pair}>
      <Select
        label={t('settings.birthdayDay')}
        value={fields.day}
        options={days}
        onChange={set('day')}
        hint={wrong ? t('settings.birthdayHalf') : undefined}
      />
      <Select
        label={t('settings.birthdayMonth')}
        value={fields.month}
        options={months}
        onChange={set('month')}
      />
    </div>
  );
}
