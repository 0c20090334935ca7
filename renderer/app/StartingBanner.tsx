import { useEffect, useState } from 'react';
import { useWords } from '../i18n/words-context.tsx';
import { useLinkState } from './core/use-link-state.ts';
import css from './StartingBanner.module.css';

/** A core that is back sooner than this was never away, as far as a person can tell, ms. */
const PATIENCE = 1_500;
/** After so long it will not come back by itself, ms. */
const GIVEN_UP = 20_000;

type Away = 'not' | 'a moment' | 'starting' | 'stopped';

/** How long the core has been away, in words. */
function useAway(): Away {
  const connected = useLinkState() === 'connected';
  const [away, setAway] = useState<Away>('a moment');
  useEffect(() => {
    if (connected) return undefined;
    const timers = [
      setTimeout(() => setAway('starting'), PATIENCE),
      setTimeout(() => setAway('stopped'), GIVEN_UP),
    ];
    return () => {
      for (const timer of timers) clearTimeout(timer);
      setAway('a moment');
    };
  }, [connected]);
  return connected ? 'not' : away;
}

/** Says that the data core is away, once it has been away for longer than a moment. */
export function StartingBanner() {
  const t = useWords();
  const away = useAway();
  if (away === 'not' || away === 'a moment') return null;
  const stopped = away === 'stopped';
  return (
    <output className={css.banner}>
      <b>{t(stopped ? 'app.stopped' : 'app.startingAgain')}</b>{' '}
      {t(stopped ? 'app.stoppedNote' : 'app.startingAgainNote')}
    </output>
  );
}
