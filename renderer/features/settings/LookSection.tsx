import type { Preferences } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { LanguageField } from './LanguageField.tsx';
import { SettingsSection } from './SettingsSection.tsx';

const THEMES = ['system', 'light', 'dark', 'contrast'] as const;

export function LookSection({ preferences }: { preferences: Preferences }) {
  const t = useWords();
  const act = useAct();
  return (
    <SettingsSection title={t('settings.look')}>
      <Choice
        inline
        label={t('settings.theme')}
        value={preferences.theme}
        options={THEMES.map((value) => ({ value, label: t(`settings.themeName.${value}`) }))}
        onChange={(theme) => void act((core) => core.setPreferences({ theme }))}
      />
      <LanguageField
        value={preferences.language}
        onChange={(language) => void act((core) => core.setPreferences({ language }))}
      />
    </SettingsSection>
  );
}
