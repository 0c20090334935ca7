import { MessagesSquare } from 'lucide-react';
import { useLivePick } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { SidebarViewRow } from '../sidebar/SidebarViewRow.tsx';

/** The way to the threads that the person follows, with the count of new replies. */
export function ThreadsRow() {
  const t = useWords();
  const unread = useLivePick('sidebar', {}, ['sidebar'], (s) => s?.threads.unread) ?? 0;
  return (
    <SidebarViewRow
      at="threads"
      words="thread.viewTitle"
      icon={MessagesSquare}
      count={unread}
      label={t('thread.newReplies', { n: unread })}
      waits
    />
  );
}
