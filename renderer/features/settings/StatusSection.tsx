import type { PersonView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { openOverlay } from '../../app/overlays.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/use-now.ts';
import css from './settings.module.css';
import { SettingsSection } from './SettingsSection.tsx';

/** The status that colleagues see beside the name. */
export function StatusSection({ me: { status } }: { me: PersonView }) {
  const t = useWords();
  const act = useAct();
  const format = useFormat();
  const now = useNow();
  return (
    <SettingsSection title={t('settings.status')}>
      {status === null ? null : (
        <p className={css.status}>
          <span className={css.emoji}>{status.emoji}</span>
          <span dir="auto">{status.text}</span>
          {status.until === null ? null : (
            <span className={css.quiet}>
              {t('people.statusUntil', { when: format.until(status.until, now) })}
            </span>
          )}
        </p>
      )}
      <div className={css.actions}>
        <Button onPress={() => openOverlay({ open: 'status' })}>{t('settings.statusSet')}</Button>
        {status === null ? null : (
          <Button
            look="quiet"
            onPress={() => void act((core) => core.setProfile({ status: null }))}
          >
            {t('settings.statusClear')}
          </Button>
        )}
      </div>
    </SettingsSection>
  );
}
