import type { CompanyView } from '../../../shared/rpc/views.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { SettingsSection } from '../settings/SettingsSection.tsx';
import { useSetCompany } from './use-set-company.ts';

/** Who may make emoji for everybody. */
export function EmojiSection({ company }: { company: CompanyView }) {
  const t = useWords();
  const setCompany = useSetCompany();
  return (
    <SettingsSection title={t('ownEmoji.title')} note={t('ownEmoji.policyNote')}>
      <Switch
        label={t('ownEmoji.policy')}
        isOn={company.emojiBy === 'everybody'}
        onChange={(on) => setCompany({ emojiBy: on ? 'everybody' : 'administrators' })}
      />
    </SettingsSection>
  );
}
