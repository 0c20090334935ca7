import { createContext, useContext, useLayoutEffect, useMemo, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { formatFor, type Format } from './format.ts';
import { chooseLocale } from './language.ts';
import { sayerFor } from './say.ts';
import { directionOf, type Language, type Say } from './words.ts';

interface Speech {
  readonly language: Language;
  readonly say: Say;
  readonly format: Format;
}

const SpeechContext = createContext<Speech | null>(null);

/** Gives the page its language, and the locale that dates and numbers follow. */
export function WordsProvider({ language, children }: { language: Language; children: ReactNode }) {
  const speech = useMemo<Speech>(() => {
    const locale = chooseLocale(language, navigator.languages);
    return { language, say: sayerFor(language, locale), format: formatFor(locale) };
  }, [language]);
  useLayoutEffect(() => {
    // On the root, so that it also holds for popovers, which are not inside this component.
    document.documentElement.lang = language === 'pseudo' ? 'en' : language;
    document.documentElement.dir = directionOf(language);
  }, [language]);
  return (
    <SpeechContext value={speech}>
      <I18nProvider locale={speech.format.locale}>{children}</I18nProvider>
    </SpeechContext>
  );
}

function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error('used outside WordsProvider');
  return speech;
}

/** `const t = useWords(); t('sidebar.unread')` */
export const useWords = (): Say => useSpeech().say;
/** Dates, numbers and lists as the person writes them. */
export const useFormat = (): Format => useSpeech().format;
export const useLanguage = (): Language => useSpeech().language;
