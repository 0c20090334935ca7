import { Clock } from 'lucide-react';
import { useLivePick } from '../../../app/core/use-live.ts';
import { useWords } from '../../../i18n/words-context.tsx';
import css from './WaitingMark.module.css';

/**
 * Says that a message is not with the relay yet. While connected that lasts a moment, and only a
 * clock appears, after a while; without a network it says so in words.
 */
export function WaitingMark() {
  const t = useWords();
  const state = useLivePick('connection', {}, ['connection'], (connection) => connection.state);
  if (state === 'connected') {
    return (
      <span className={css.soon}>
        <Clock aria-label={t('conversation.sending')} />
      </span>
    );
  }
  return (
    <span className={css.waiting}>
      <Clock aria-hidden />
      {t('common.waiting')}
    </span>
  );
}
