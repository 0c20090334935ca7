import type { PersonView } from '../../../shared/rpc/views.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/use-now.ts';
import css from '../settings/settings.module.css';
import { SettingsSection } from '../settings/SettingsSection.tsx';
import { useSaveProfile } from '../settings/use-save-profile.ts';
import { tomorrow } from './hours-fields.ts';

const MINUTE = 60_000;

/** Nothing rings for a while, though it is working time. */
export function PauseSection({ me }: { me: PersonView }) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const save = useSaveProfile();
  const pause = (minutes: number) => () => save({ quietUntil: Date.now() + minutes * MINUTE });
  const focus = (): void => {
    const until = Date.now() + 60 * MINUTE;
    const status = { emoji: '🎯', text: t('settings.suggestion.focus'), until };
    save({ quietUntil: until, status });
  };
  const { quietUntil } = me;
  return (
    <SettingsSection title={t('workTime.pause')} note={t('workTime.pauseNote')}>
      {quietUntil === null ? (
        <div className={css.actions}>
          <Button onPress={pause(30)}>{t('workTime.halfHour')}</Button>
          <Button onPress={pause(60)}>{t('workTime.hour')}</Button>
          <Button onPress={() => save({ quietUntil: tomorrow(me, Date.now()) })}>
            {t('workTime.untilTomorrow')}
          </Button>
          <Button onPress={focus}>{t('workTime.focus')}</Button>
        </div>
      ) : (
        <div className={css.actions}>
          <p>{t('workTime.pausedUntil', { when: format.until(quietUntil, now) })}</p>
          <Button onPress={() => save({ quietUntil: null })}>{t('workTime.endPause')}</Button>
        </div>
      )}
    </SettingsSection>
  );
}
