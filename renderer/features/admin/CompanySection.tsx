import { useState, type SubmitEvent } from 'react';
import type { CompanyView } from '../../../shared/rpc/views.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from '../settings/settings.module.css';
import { SettingsSection } from '../settings/SettingsSection.tsx';
import { workspaceColour } from '../workspaces/workspace-colour.ts';
import { useSetCompany } from './use-set-company.ts';

const NONE = 'none';
/** In the order of `workspaceColour`. */
const COLOURS = ['blue', 'red', 'green', 'violet', 'yellow', 'pink', 'teal', 'orange'] as const;

/** What the workspace is called, at the head of everybody's sidebar, and the colour of its windows. */
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
      <Choice
        inline
        label={t('admin.colour')}
        value={company.colour === null ? NONE : String(company.colour)}
        options={[
          { value: NONE, label: t('admin.colourNone') },
          ...COLOURS.map((colour, n) => ({
            value: String(n),
            label: t(`admin.colours.${colour}`),
            swatch: workspaceColour(n),
          })),
        ]}
        onChange={(chosen) => setCompany({ colour: chosen === NONE ? null : Number(chosen) })}
      />
    </SettingsSection>
  );
}
