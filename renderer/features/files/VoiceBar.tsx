import { Check, Mic, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { announce } from '../../ui/notices.ts';
import { Button } from '../../ui/Button.tsx';
import type { Voice } from './use-voice.ts';
import css from './VoiceBar.module.css';

/** A voice message while it is recorded: how long it is by now, and its two ends. */
export function VoiceBar({ voice }: { voice: Voice }) {
  const t = useWords();
  const { state } = voice;
  if (state === 'idle') return null;
  return (
    <div
      className={css.bar}
      role="group"
      aria-label={t('files.voice.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        voice.discard();
      }}
    >
      <Mic className={css.mic} aria-hidden />
      {state === 'asking' ? (
        <span className={css.words}>{t('files.voice.asking')}</span>
      ) : (
        <Elapsed since={state} />
      )}
      <Button look="quiet" icon={<Trash2 aria-hidden />} onPress={voice.discard}>
        {t('files.voice.discard')}
      </Button>
      {state === 'asking' ? null : (
        <Button look="primary" autoFocus icon={<Check aria-hidden />} onPress={voice.finish}>
          {t('files.voice.finish')}
        </Button>
      )}
    </div>
  );
}

function Elapsed({ since }: { since: number }) {
  const t = useWords();
  const format = useFormat();
  const [now, setNow] = useState(since);
  useEffect(() => {
    announce(t('files.voice.recording'));
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [t]);
  return (
    <span className={css.words}>
      {t('files.voice.recording')} <span role="timer">{format.playtime(now - since)}</span>
    </span>
  );
}
