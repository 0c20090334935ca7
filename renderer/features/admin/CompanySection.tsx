import { useState, type SubmitEvent } from 'react';
import type { CompanyView } from '../../../shared/rpc/views.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from '../settings/settings.module.css';
import { SettingsSection } from '../settings/SettingsSection.tsx';
import { useSetCompany } from './use-set-company.ts';

/** What the workspace is called, at the head of everybody's sidebar. */
export function CompanySection({ company }: { company: CompanyView }) {
  const t = useWords();
  const setCompany = useSetCompany();
  const [name, setName] = useState(company.name);
  const empty = name.trim() === '';
  const same = name.trim() === company.name;
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!empty && !same) setCompany({ name: name.trim() });
  };
  return (
    <SettingsSection title={t('admin.company')} note={t('admin.companyNote')}>
      <form className={css.body} onSubmit={save}>
        <TextField
          label={t('admin.companyName')}
          value={name}
          onChange={setName}
          maxLength={80}
          problem={empty ? t('admin.companyNameEmpty') : undefined}
        />
        <div className={css.actions}>
          <Button type="submit" look="primary" isDisabled={empty || same}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </SettingsSection>
  );
}
