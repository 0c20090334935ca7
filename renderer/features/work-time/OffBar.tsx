import { BellRing, Moon } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { MAX_REASON } from '../../../shared/domain/kinds/urgent.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useNow } from '../../ui/use-now.ts';
import { barWords, wayWords } from './bar-words.ts';
import css from './OffBar.module.css';
import type { OffWay } from './off-ways.ts';
import type { OffChoice } from './use-off-choice.ts';

interface Props {
  choice: OffChoice;
  /** What is written goes to who stands in. */
  onHandOver: (substituteId: string) => void;
  /** A way was chosen: the person goes on writing. */
  onChosen: () => void;
  /** Enter in the field of the reason. */
  onSubmit: () => void;
}

/** Says before one sends that somebody is off, what will happen, and what else one may do. */
export function OffBar({ choice, onHandOver, onChosen, onSubmit }: Props) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const { off, ways, way, conversation } = choice;
  const choose = (next: OffWay): void => {
    choice.choose(next);
    if (next !== 'urgent') onChosen();
  };
  const [only] = off;
  const absence = off.length === 1 && only?.off?.reason === 'absent' ? only.absence : null;
  const { substituteId = null, substituteName = null } = absence ?? {};
  return (
    <div className={css.bar}>
      {way === 'urgent' ? <BellRing aria-hidden /> : <Moon aria-hidden />}
      <p className={css.words} role="status">
        <strong>{barWords(off, t, format, now)}</strong> {wayWords(choice, t, format, now)}
        {substituteName === null ? null : (
          <> {t('workTime.bar.standsIn', { name: substituteName })}</>
        )}
      </p>
      {substituteId === null || substituteName === null ? null : (
        <Button onPress={() => onHandOver(substituteId)}>
          {t(conversation ? 'workTime.bar.handOver' : 'workTime.bar.mentionToo', {
            name: substituteName,
          })}
        </Button>
      )}
      <div className={css.ways} role="group" aria-label={t('workTime.bar.how')}>
        {ways.map((each) => (
          <button
            key={each}
            type="button"
            className={css.way}
            aria-pressed={each === way}
            onClick={() => choose(each)}
          >
            {t(`workTime.way.${each}`)}
          </button>
        ))}
      </div>
      {way === 'urgent' ? <Reason choice={choice} onSubmit={onSubmit} /> : null}
    </div>
  );
}

function Reason({ choice, onSubmit }: { choice: OffChoice; onSubmit: () => void }) {
  const t = useWords();
  const field = useRef<HTMLInputElement>(null);
  const noteId = useId();
  const { byHand, ways, asked } = choice;
  const missing = asked > 0 && choice.unexplained;
  // Where the company wants it so, nobody has asked for the field, until one sends without it.
  useEffect(() => {
    if (byHand || asked > 0) field.current?.focus();
  }, [byHand, asked]);
  return (
    <div className={css.why}>
      <input
        ref={field}
        className={css.reason}
        aria-label={t('workTime.bar.reason')}
        aria-describedby={noteId}
        aria-required
        aria-invalid={missing}
        value={choice.reason}
        maxLength={MAX_REASON}
        placeholder={t('workTime.bar.reason')}
        onChange={(event) => choice.explain(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault();
            onSubmit();
          } else if (event.key === 'Escape') {
            event.stopPropagation();
            choice.choose(ways[0] ?? 'quiet');
          }
        }}
      />
      <span id={noteId} className={classNames(missing && css.missing)} role="status">
        {t(missing ? 'workTime.bar.reasonMissing' : 'workTime.bar.why')}
      </span>
    </div>
  );
}
