import type { CompanyView } from '../../../shared/rpc/views.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { SettingsSection } from '../settings/SettingsSection.tsx';
import { useSetCompany } from './use-set-company.ts';

const SIZES = [0, 5, 10, 20, 50];

/** Whether the people of a conversation, or of a small channel, see who has read. */
export function SeenSection({ company }: { company: CompanyView }) {
  const t = useWords();
  const setCompany = useSetCompany();
  const sizes = [...new Set([...SIZES, company.seenMembers])].sort((a, b) => a - b);
  return (
    <SettingsSection title={t('seen.policy')} note={t('seen.policyNote')}>
      <Switch
        label={t('seen.policyOn')}
        isOn={company.seenBy}
        onChange={(seenBy) => setCompany({ seenBy })}
      />
      <Select
        label={t('seen.channels')}
        hint={t('seen.channelsNote')}
        value={String(company.seenMembers)}
        options={sizes.map((n) => ({
          value: String(n),
          label: n === 0 ? t('seen.never') : t('seen.upTo', { n }),
        }))}
        onChange={(n) => setCompany({ seenMembers: Number(n) })}
      />
    </SettingsSection>
  );
}
