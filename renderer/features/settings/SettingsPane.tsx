import { PaneHead } from '../../app/frame/PaneHead.tsx';
import { useLive } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { AboutSection } from './AboutSection.tsx';
import { AccountSection } from './AccountSection.tsx';
import { LookSection } from './LookSection.tsx';
import { NotificationsSection } from './NotificationsSection.tsx';
import { OwnEmojiSection } from './OwnEmojiSection.tsx';
import { PersonalSection } from './PersonalSection.tsx';
import { ProfileSection } from './ProfileSection.tsx';
import css from './settings.module.css';
import { StatusSection } from './StatusSection.tsx';
import { AbsenceSection } from '../work-time/AbsenceSection.tsx';
import { HoursSection } from '../work-time/HoursSection.tsx';
import { PauseSection } from '../work-time/PauseSection.tsx';
import { StorageSection } from './StorageSection.tsx';
import { WritingSection } from './WritingSection.tsx';

/** What the person may decide: about themselves, and about how Balai looks and behaves for them. */
export function SettingsPane() {
  const t = useWords();
  const session = useLive('session', {}, ['session']);
  const preferences = useLive('preferences', {}, ['preferences']);
  const me = useLive('sidebar', {}, ['sidebar'])?.me;
  return (
    <>
      <PaneHead title={t('settings.title')} />
      <div className={css.page}>
        <div className={css.column}>
          {me === undefined ? null : <ProfileSection key={me.id} me={me} />}
          {me === undefined ? null : <PersonalSection key={`${me.id} more`} me={me} />}
          {me === undefined ? null : <StatusSection me={me} />}
          {me === undefined ? null : <HoursSection key={JSON.stringify(me.hours)} me={me} />}
          {me === undefined ? null : <PauseSection me={me} />}
          {me === undefined ? null : <AbsenceSection key={JSON.stringify(me.absence)} me={me} />}
          {preferences === undefined ? null : <LookSection preferences={preferences} />}
          {preferences === undefined ? null : <WritingSection preferences={preferences} />}
          {preferences === undefined ? null : <StorageSection preferences={preferences} />}
          {me === undefined ? null : <OwnEmojiSection me={me} />}
          {preferences === undefined ? null : <NotificationsSection preferences={preferences} />}
          {session === undefined ? null : <AccountSection session={session} name={me?.name} />}
          <AboutSection />
        </div>
      </div>
    </>
  );
}
