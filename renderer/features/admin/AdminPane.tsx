import { ShieldX } from 'lucide-react';
import { useLive, useLivePick } from '../../app/core/use-live.ts';
import { PaneHead } from '../../app/frame/PaneHead.tsx';
import { useWords } from '../../i18n/words-context.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import css from '../settings/settings.module.css';
import { AccountsSection } from './AccountsSection.tsx';
import { CompanySection } from './CompanySection.tsx';
import { EmojiSection } from './EmojiSection.tsx';
import { GroupsSection } from './GroupsSection.tsx';
import { HolidaysSection } from './HolidaysSection.tsx';
import { MessagesSection } from './MessagesSection.tsx';
import { UrgentSection } from './UrgentSection.tsx';
import { WorkTimeSection } from './WorkTimeSection.tsx';
import { SeenSection } from './SeenSection.tsx';

/** What administrators decide for everybody. The relay asks for the role again at each step. */
export function AdminPane() {
  const t = useWords();
  const role = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me.role);
  const company = useLive('company', {}, ['sidebar']);
  return (
    <>
      <PaneHead title={t('admin.title')} />
      {role === 'member' ? (
        <EmptyState
          icon={<ShieldX />}
          title={t('admin.notYoursTitle')}
          note={t('admin.notYours')}
        />
      ) : null}
      {role === undefined || role === 'member' || company === undefined ? null : (
        <div className={css.page}>
          <div className={css.column}>
            <CompanySection key={company.name} company={company} />
            <WorkTimeSection key={JSON.stringify(company.hours)} company={company} />
            <SeenSection company={company} />
            <MessagesSection company={company} />
            <EmojiSection company={company} />
            <HolidaysSection company={company} />
            <GroupsSection />
            <UrgentSection />
            <AccountsSection />
          </div>
        </div>
      )}
    </>
  );
}
