import { BellRing, Moon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { MAX_REASON } from '../../../shared/domain/kinds/urgent.ts';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useTalkTo } from '../people/use-talk-to.ts';
import { barWords } from './bar-words.ts';
import css from './OffBar.module.css';

interface Props {
  off: readonly PersonView[];
  /** The reason as far as it is written; null while it is not urgent. */
  urgent: string | null;
  onUrgent: (reason: string | null) => void;
  /** Enter in the field of the reason. */
  onSubmit: () => void;
}

/** Says before one sends that somebody is off, what will happen, and what else one may do. */
export function OffBar({ off, urgent, onUrgent, onSubmit }: Props) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const talkTo = useTalkTo();
  const words = barWords(off, t, format, now);
  if (urgent !== null) {
    return <Reason reason={urgent} onReason={onUrgent} onSubmit={onSubmit} />;
  }
  const [only] = off;
  const absence = off.length === 1 && only?.off?.reason === 'absent' ? only.absence : null;
  const { substituteId = null, substituteName = null } = absence ?? {};
  return (
    <div className={css.bar}>
      <Moon aria-hidden />
      <p className={css.words} role="status">
        <strong>{words}</strong>{' '}
        {substituteName === null
          ? t('workTime.bar.waits')
          : t('workTime.bar.standsIn', { name: substituteName })}
      </p>
      {substituteId === null || substituteName === null ? null : (
        <Button look="quiet" onPress={() => talkTo([substituteId])}>
          {t('workTime.bar.writeTo', { name: substituteName })}
        </Button>
      )}
      <Button look="quiet" onPress={() => onUrgent('')}>
        {t('workTime.bar.urgent')}
      </Button>
    </div>
  );
}

function Reason({
  reason,
  onReason,
  onSubmit,
}: {
  reason: string;
  onReason: (reason: string | null) => void;
  onSubmit: () => void;
}) {
  const t = useWords();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <div className={css.bar}>
      <BellRing aria-hidden />
      <label className={css.why}>
        <span>{t('workTime.bar.why')}</span>
        <input
          ref={field}
          className={css.reason}
          value={reason}
          maxLength={MAX_REASON}
          placeholder={t('workTime.bar.reason')}
          onChange={(event) => onReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
              event.preventDefault();
              onSubmit();
            } else if (event.key === 'Escape') {
              event.stopPropagation();
              onReason(null);
            }
          }}
        />
      </label>
      <Button look="quiet" onPress={() => onReason(null)}>
        {t('workTime.bar.notUrgent')}
      </Button>
    </div>
  );
}
