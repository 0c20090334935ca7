import type { CompanyView } from '../../../shared/rpc/views.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { SettingsSection } from '../settings/SettingsSection.tsx';
import { useSetCompany } from './use-set-company.ts';

/** Whether the people of a conversation see who has read. */
export function SeenSection({ company }: { company: CompanyView }) {
  const t = useWords();
  const setCompany = useSetCompany();
  return (
    <SettingsSection title={t('seen.policy')} note={t('seen.policyNote')}>
      <Switch
        label={t('seen.policyOn')}
        isOn={company.seenBy}
        onChange={(seenBy) => setCompany({ seenBy })}
      />
    </SettingsSection>
  );
}
