import { ArrowDown } from 'lucide-react';
import { useLivePick } from '../../../app/core/use-live.ts';
import { useWords } from '../../../i18n/words-context.tsx';
import css from './JumpButton.module.css';

/** The way to the newest message, with how many wait there. */
export function JumpButton({ channelId, onJump }: { channelId: string; onJump: () => void }) {
  const t = useWords();
  const unread =
    useLivePick(
      'sidebar',
      {},
      ['sidebar'],
      (sidebar) => sidebar?.channels.find((one) => one.id === channelId)?.unread,
    ) ?? 0;
  return (
    <button type="button" className={css.jump} data-new={unread > 0 || undefined} onClick={onJump}>
      <ArrowDown aria-hidden />
      {unread > 0 ? t('conversation.jumpNew', { n: unread }) : t('conversation.jump')}
    </button>
  );
}
