import { chooseLanguage } from '../i18n/language.ts';
import { WordsProvider } from '../i18n/words-context.tsx';
import { NoticeArea } from '../ui/NoticeArea.tsx';
import css from './App.module.css';
import { useLive } from './core/use-live.ts';
import { Entrance } from './Entrance.tsx';
import { StartingBanner } from './StartingBanner.tsx';
import { useTheme } from './theme/use-theme.ts';

/** The page: its language and theme, and what is on it. */
export function App() {
  const preferences = useLive('preferences', {}, ['preferences']);
  useTheme(preferences?.theme ?? 'system');
  return (
    <WordsProvider
      language={chooseLanguage(preferences?.language ?? 'system', navigator.languages)}
    >
      <div className={css.page}>
        <StartingBanner />
        <div className={css.room}>{preferences === undefined ? null : <Entrance />}</div>
      </div>
      <NoticeArea />
    </WordsProvider>
  );
}
