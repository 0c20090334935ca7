import type { Preferences } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { SettingsSection } from './SettingsSection.tsx';

export function WritingSection({ preferences: { enterSends } }: { preferences: Preferences }) {
  const t = useWords();
  const act = useAct();
  return (
    <SettingsSection title={t('settings.writing')}>
      <Switch
        label={t('settings.enterSends')}
        note={t(enterSends ? 'settings.enterSendsNote' : 'settings.enterBreaksNote')}
        isOn={enterSends}
        onChange={(next) => void act((core) => core.setPreferences({ enterSends: next }))}
      />
    </SettingsSection>
  );
}
