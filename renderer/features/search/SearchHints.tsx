import { useWords } from '../../i18n/words-context.tsx';
import { searchFilters } from './search-asked.ts';
import { setSearchQuery } from './search-query.ts';
import css from './SearchPanel.module.css';
import { useFilterNames } from './use-search-choices.ts';

/** Before anything is typed: what can be asked for. */
export function SearchHints() {
  const t = useWords();
  const names = useFilterNames();
  return (
    <section className={css.hints}>
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
          <code className={css.hintKey}>{t('search.phraseExample')}</code>
          {t('search.hint.phrase')}
        </li>
      </ul>
    </section>
  );
}
