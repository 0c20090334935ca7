import { useLanguage, useWords } from '../../i18n/words-context.tsx';
import { queryWords, searchFilters } from './query-words.ts';
import { setSearchQuery } from './search-query.ts';
import { RecentSearches } from './RecentSearches.tsx';
import css from './SearchPanel.module.css';

/** Before anything is typed: what can be asked for. */
export function SearchHints() {
  const t = useWords();
  const { filters: names } = queryWords(useLanguage());
  return (
    <div className={css.hints}>
      <RecentSearches />
      <section>
        <h3 className={css.hintsTitle}>{t('search.hints')}</h3>
        <ul>
          {searchFilters.map((filter) => (
            <li key={filter}>
              <button
                type="button"
                className={css.hint}
                onClick={() => {
                  setSearchQuery(`${names[filter]}:`);
                  document.querySelector<HTMLInputElement>(`.${css.input ?? ''}`)?.focus();
                }}
              >
                <code className={css.hintKey}>{names[filter]}:</code>
                {t(`search.hint.${filter}`)}
              </button>
            </li>
          ))}
          <li className={css.hint}>
            <code className={css.hintKey}>&quot;… …&quot;</code>
            {t('search.hint.phrase')}
          </li>
        </ul>
      </section>
    </div>
  );
}
