import { Bookmark } from 'lucide-react';
import { useLive } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { SidebarViewRow } from '../sidebar/SidebarViewRow.tsx';

/** The way to what one keeps for later, with how much waits. */
export function SavedRow() {
  const t = useWords();
  const counts = useLive('savedCounts', {}, ['saved']);
  const { open, due } = counts ?? { open: 0, due: 0 };
  return (
    <SidebarViewRow
      at="saved"
      words="saved.title"
      icon={Bookmark}
      count={due > 0 ? due : open}
      label={due > 0 ? t('saved.dueCount', { n: due }) : t('saved.openCount', { n: open })}
      waits={due > 0}
    />
  );
}
