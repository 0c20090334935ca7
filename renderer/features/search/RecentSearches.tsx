import { History, X } from 'lucide-react';
import { useAct } from '../../app/core/use-act.ts';
import { useLive } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { notify } from '../../ui/notices.ts';
import css from './SearchPanel.module.css';
import { setSearchQuery } from './search-query.ts';

/** What was searched for before: again with one press, and forgotten with another. */
export function RecentSearches() {
  const t = useWords();
  const act = useAct();
  const recent = useLive('recentSearches', {}, ['searches']) ?? [];
  if (recent.length === 0) return null;
  const forget = (query: string | null): void =>
    void act((core) => core.forgetSearch({ query })).then(() => {
      document.querySelector<HTMLInputElement>(`.${css.input ?? ''}`)?.focus();
      if (query === null) notify(t('search.forgotten'));
    });
  return (
    <section className={css.recent} aria-labelledby="recent-searches">
      <div className={css.recentHead}>
        <h3 id="recent-searches" className={css.hintsTitle}>
          {t('search.recent')}
        </h3>
        <Button look="link" onPress={() => forget(null)}>
          {t('search.forgetAll')}
        </Button>
      </div>
      <ul>
        {recent.map((query) => (
          <li key={query} className={css.recentRow}>
            <button type="button" className={css.hint} onClick={() => setSearchQuery(query)}>
              <History aria-hidden />
              <span className={css.recentQuery} dir="auto">
                {query}
              </span>
            </button>
            <IconButton
              size="small"
              label={t('search.forget', { query })}
              onPress={() => forget(query)}
            >
              <X />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
