import { useWords } from '../../i18n/words-context.tsx';
import css from './SearchPanel.module.css';
import type { Reach } from './use-search.ts';

/** How far the search reached, in one quiet line; nothing where it reached everywhere. */
export function ReachLine({ reach }: { reach: Reach }) {
  const t = useWords();
  return (
    <output className={css.problems}>
      {reach === 'whole' ? null : t(`search.reach.${reach}`)}
    </output>
  );
}
