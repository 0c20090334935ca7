import { Keyboard } from 'lucide-react';
import { useShellInfo } from '../../app/core/core-context.tsx';
import { openOverlay } from '../../app/overlays.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import css from './settings.module.css';
import { SettingsSection } from './SettingsSection.tsx';

export function AboutSection() {
  const t = useWords();
  const { host, platform, version } = useShellInfo();
  return (
    <SettingsSection title={t('settings.about')}>
      <p>
        {t('settings.version', { version })}
        <br />
        <span className={css.quiet}>{t(`settings.runsIn.${host}`, { platform })}</span>
      </p>
      <div className={css.actions}>
        <Button icon={<Keyboard />} onPress={() => openOverlay({ open: 'shortcuts' })}>
          {t('settings.shortcuts')}
        </Button>
      </div>
    </SettingsSection>
  );
}
