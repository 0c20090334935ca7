import { useState, type RefObject } from 'react';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import css from './MediaPlayer.module.css';

const SPEEDS = [1, 1.5, 2] as const;

/** How fast a recording or a video is played; each press is the next. */
export function SpeedButton({ player }: { player: RefObject<HTMLMediaElement | null> }) {
  const t = useWords();
  const format = useFormat();
  const [speed, setSpeed] = useState<number>(1);
  const next = SPEEDS[(SPEEDS.findIndex((one) => one === speed) + 1) % SPEEDS.length] ?? 1;
  const label = t('files.speed', { speed: `${format.number(speed)}×` });
  return (
    <button
      type="button"
      className={css.speed}
      tabIndex={-1}
      data-stop
      aria-label={label}
      title={label}
      onClick={() => {
        setSpeed(next);
        if (player.current !== null) player.current.playbackRate = next;
      }}
    >
      {format.number(speed)}×
    </button>
  );
}
