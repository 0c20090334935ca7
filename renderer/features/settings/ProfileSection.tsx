import { useState, type SubmitEvent } from 'react';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { changedFields, profileFields, type ProfileFields } from './profile-fields.ts';
import css from './settings.module.css';
import { SettingsSection } from './SettingsSection.tsx';
import { TimeZoneField } from './TimeZoneField.tsx';
import { useSaveProfile } from './use-save-profile.ts';

/** What colleagues see of the person. */
export function ProfileSection({ me }: { me: PersonView }) {
  const t = useWords();
  const saveProfile = useSaveProfile();
  const [fields, setFields] = useState<ProfileFields>(() => profileFields(me));
  const changes = changedFields(me, fields);
  const nameless = fields.displayName.trim() === '';
  const set = (name: keyof ProfileFields) => (value: string) =>
    setFields((before) => ({ ...before, [name]: value }));
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!nameless && changes !== undefined) saveProfile(changes);
  };
  return (
    <SettingsSection title={t('settings.profile')} note={t('settings.profileNote')}>
      <form className={css.body} onSubmit={save}>
        <TextField
          label={t('settings.displayName')}
          value={fields.displayName}
          onChange={set('displayName')}
          maxLength={80}
          problem={nameless ? t('settings.displayNameEmpty') : undefined}
        />
        <div className={css.pair}>
          <TextField
            label={t('settings.jobTitle')}
            value={fields.title}
            onChange={set('title')}
            maxLength={120}
          />
          <TextField
            label={t('settings.department')}
            value={fields.department}
            onChange={set('department')}
            maxLength={120}
          />
        </div>
        <div className={css.pair}>
          <TextField
            label={t('settings.location')}
            value={fields.location}
            onChange={set('location')}
            maxLength={120}
          />
          <TimeZoneField value={fields.timeZone} onChange={set('timeZone')} />
        </div>
        <div className={css.actions}>
          <Button type="submit" look="primary" isDisabled={nameless || changes === undefined}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </SettingsSection>
  );
}
