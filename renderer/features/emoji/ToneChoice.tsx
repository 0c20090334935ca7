import { useState } from 'react';
import { useWords } from '../../i18n/words-context.tsx';
import css from './EmojiPicker.module.css';
import { chooseTone, useHabits } from './use-frequent.ts';

const HANDS = ['✋', '✋🏻', '✋🏼', '✋🏽', '✋🏾', '✋🏿'] as const;
const NAMES = ['none', 'light', 'mediumLight', 'medium', 'mediumDark', 'dark'] as const;

/** The skin tone that hands and people have. */
export function ToneChoice() {
  const t = useWords();
  const tone = useHabits((habits) => habits.tone);
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <button
        type="button"
        className={css.tone}
        aria-label={t('emoji.tone')}
        title={t('emoji.tone')}
        onClick={() => setOpen(true)}
      >
        {HANDS[tone] ?? HANDS[0]}
      </button>
    );
  }
  return (
    <div role="radiogroup" aria-label={t('emoji.tone')} className={css.tones}>
      {HANDS.map((hand, i) => (
        <button
          key={hand}
          type="button"
          role="radio"
          aria-checked={i === tone}
          aria-label={t(`emoji.tones.${NAMES[i] ?? 'none'}`)}
          className={css.tone}
          onClick={() => {
            chooseTone(i);
            setOpen(false);
          }}
        >
          {hand}
        </button>
      ))}
    </div>
  );
}
