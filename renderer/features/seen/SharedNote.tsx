import { CheckCheck } from 'lucide-react';
import { useLivePick } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import css from './seen.module.css';

/** Says in the details of a conversation that its people see who has read. */
export function SharedNote({ channelId }: { channelId: string }) {
  const t = useWords();
  const shared = useLivePick(
    'seenBy',
    { channelId },
    [`channel:${channelId}`, 'sidebar'],
    (seen) => seen.shared,
  );
  if (shared !== true) return null;
  return (
    <p className={css.note}>
      <CheckCheck aria-hidden />
      {t('seen.shared')}
    </p>
  );
}
