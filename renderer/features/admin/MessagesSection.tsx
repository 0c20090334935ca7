import type { CompanyView } from '../../../shared/rpc/views.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { SettingsSection } from '../settings/SettingsSection.tsx';
import { useSetCompany } from './use-set-company.ts';

/** What the company decides about everybody's messages. */
export function MessagesSection({ company }: { company: CompanyView }) {
  const t = useWords();
  const setCompany = useSetCompany();
  return (
    <SettingsSection title={t('admin.messages')} note={t('admin.messagesNote')}>
      <Switch
        label={t('previews.policy')}
        note={t('previews.policyNote')}
        isOn={company.linkPreviews}
        onChange={(linkPreviews) => setCompany({ linkPreviews })}
      />
      <Switch
        label={t('history.policy')}
        note={t('history.policyNote')}
        isOn={company.editHistory}
        onChange={(editHistory) => setCompany({ editHistory })}
      />
      <Switch
        label={t('history.marks')}
        note={t('history.marksNote')}
        isOn={company.deletedMarks}
        onChange={(deletedMarks) => setCompany({ deletedMarks })}
      />
    </SettingsSection>
  );
}
