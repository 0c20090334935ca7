import { useState } from 'react';
import type { Preferences } from '../../../shared/rpc/views.ts';
import { useShellInfo } from '../../app/core/core-context.tsx';
import { useAct } from '../../app/core/use-act.ts';
import { useLive } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Switch } from '../../ui/Switch.tsx';
import css from './settings.module.css';
import { SettingsSection } from './SettingsSection.tsx';

const DETAILS = ['words', 'names', 'nothing'] as const;

/** Whether this computer lets Balai show notifications; a browser has to be asked once. */
export function NotificationsSection({ preferences }: { preferences: Preferences }) {
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
      <Choices preferences={preferences} />
    </SettingsSection>
  );
}

/** How much notifications say, and whether they are heard. */
function Choices({ preferences: { noticeDetail, noticeSound } }: { preferences: Preferences }) {
  const t = useWords();
  const act = useAct();
  const hidden = useLive('noticesHidden', {}, ['company']);
  if (hidden === undefined) return null;
  return (
    <>
      {hidden ? (
        <p className={css.quiet}>{t('settings.noticesHidden')}</p>
      ) : (
        <Choice
          label={t('settings.noticeDetail')}
          value={noticeDetail}
          options={DETAILS.map((value) => ({
            ...{ value, label: t(`settings.noticeDetailName.${value}`) },
          }))}
          onChange={(next) => void act((core) => core.setPreferences({ noticeDetail: next }))}
        />
      )}
      <Switch
        label={t('settings.noticeSound')}
        note={t(noticeSound ? 'settings.noticeSoundOn' : 'settings.noticeSoundOff')}
        isOn={noticeSound}
        onChange={(next) => void act((core) => core.setPreferences({ noticeSound: next }))}
      />
    </>
  );
}
