import { useEffect, useState } from 'react';
import { useWords } from '../i18n/words-context.tsx';
import { useLinkState } from './core/use-link-state.ts';
import css from './StartingBanner.module.css';

/** A core that is back sooner than this was never away, as far as a person can tell, ms. */
const PATIENCE = 1_500;

/** Says that the data core is away, once it has been away for longer than a moment. */
export function StartingBanner() {
  const away = useLinkState() !== 'connected';
  const [shown, setShown] = useState(false);
  const t = useWords();
  useEffect(() => {
    if (!away) return undefined;
    const timer = setTimeout(() => setShown(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setShown(false);
    };
  }, [away]);
  if (!shown || !away) return null;
  return (
    <output className={css.banner}>
      <b>{t('app.startingAgain')}</b> {t('app.startingAgainNote')}
    </output>
  );
}
