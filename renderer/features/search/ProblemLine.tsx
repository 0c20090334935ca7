import type { SearchResult } from '../../../shared/rpc/search-views.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import css from './SearchPanel.module.css';

/** What of the query was not understood, in one quiet line. */
export function ProblemLine({ problems }: { problems: SearchResult['problems'] }) {
  const t = useWords();
  const format = useFormat();
  return (
    <output className={css.problems}>
      {problems.length === 0
        ? null
        : format.list(problems.map(({ word, code }) => t(`search.problem.${code}`, { word })))}
    </output>
  );
}
