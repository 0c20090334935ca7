import { createInstance, type i18n } from 'i18next';
import ICU from 'i18next-icu';
import { ar } from './ar/words.ts';
import { en } from './en/words.ts';
import { id } from './id/words.ts';
import { pseudoWords } from './pseudo.ts';
import { directionOf, type Language, type Say, type WordKey, type WordValues } from './words.ts';

const instance: i18n = createInstance();

/** A sentence that cannot be formatted must be seen in tests, and must not break the page. */
const showKey = (error: Error, key: string): string => {
  reportError(error);
  return key;
};

instance.use(
  new ICU({
    parseErrorHandler: showKey,
    parseLngForICU: (language: string) => (language === 'pseudo' ? 'en' : language),
  }),
);
void instance.init({
  initAsync: false,
  lng: 'en',
  fallbackLng: 'en',
  // Every language is here: they are small, and none has to be waited for.
  resources: { en: { translation: en }, id: { translation: id }, ar: { translation: ar } },
  interpolation: { escapeValue: false },
  nsSeparator: false,
});

/**
 * The sayer of a language; numbers within a sentence are written as in the locale, like those
 * beside it. The pseudo language is made of English when it is first asked for.
 */
export function sayerFor(language: Language, locale: string = language): Say {
  if (language === 'pseudo' && !instance.hasResourceBundle('pseudo', 'translation')) {
    instance.addResourceBundle('pseudo', 'translation', pseudoWords(en));
  }
  const lng = language === 'pseudo' ? language : locale;
  const isolate = directionOf(language) === 'rtl';
  /** Most sentences have no arguments and are said again with every drawing. */
  const plain = new Map<WordKey, string>();
  return (key: WordKey, values?: WordValues) => {
    if (values !== undefined) {
      return instance.t(key, { ...(isolate ? isolated(values) : values), lng });
    }
    const said = plain.get(key) ?? instance.t(key, { lng });
    plain.set(key, said);
    return said;
  };
}

/**
 * Names and addresses inside a sentence that reads from right to left, each with its own
 * direction (Unicode 6.3 FSI and PDI), so that `#gudang` does not become `gudang#`.
 */
function isolated(values: WordValues): WordValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? `\u2068${value}\u2069` : value,
    ]),
  );
}
