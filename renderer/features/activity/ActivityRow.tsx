import { Bell } from 'lucide-react';
import { useLivePick } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { SidebarViewRow } from '../sidebar/SidebarViewRow.tsx';

/** The way to what concerns the person. It counts quietly: each of it is told elsewhere too. */
export function ActivityRow() {
  const t = useWords();
  const unseen = useLivePick('sidebar', {}, ['sidebar'], (s) => s?.activity) ?? 0;
  return (
    <SidebarViewRow
      at="activity"
      words="activity.title"
      icon={Bell}
      count={unseen}
      label={t('activity.unseen', { n: unseen })}
    />
  );
}
