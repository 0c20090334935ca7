import { useState } from 'react';
import { useShellInfo } from '../../app/core/core-context.tsx';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import css from './settings.module.css';
import { SettingsSection } from './SettingsSection.tsx';

/** Whether this computer lets Balai show notifications; a browser has to be asked once. */
export function NotificationsSection() {
  const t = useWords();
  const { host } = useShellInfo();
  const [allowed, setAllowed] = useState<NotificationPermission>(
    host === 'electron' ? 'granted' : Notification.permission,
  );
  const words = {
    granted: 'settings.notificationsOn',
    default: 'settings.notificationsOff',
    denied: 'settings.notificationsBlocked',
  } as const;
  return (
    <SettingsSection title={t('settings.notifications')}>
      <p className={css.quiet}>{t(words[allowed])}</p>
      {allowed === 'default' ? (
        <div className={css.actions}>
          <Button onPress={() => void Notification.requestPermission().then(setAllowed)}>
            {t('settings.notificationsAllow')}
          </Button>
        </div>
      ) : null}
    </SettingsSection>
  );
}
