import { useWords } from '../../i18n/words-context.tsx';
import css from './SearchPanel.module.css';
import type { Reach } from './use-search.ts';

/** How far the search reached, in one quiet line: always there, so that what is below stays in its place. */
export function ReachLine({ reach }: { reach: Reach }) {
  const t = useWords();
  return <output className={css.problems}>{t(`search.reach.${reach}`)}</output>;
}
