import type { Preferences } from '../../shared/rpc/views.ts';
import { languages, type Language } from './words.ts';

/** What dates and numbers follow where the system speaks another language than the person chose. */
const FALLBACK: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  id: 'id-ID',
  ar: 'ar',
  pseudo: 'en-GB',
};

const base = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** The language to speak: the chosen one, else the first of the system's that Balai knows. */
export function chooseLanguage(
  preferred: Preferences['language'],
  system: readonly string[],
): Language {
  if (preferred !== 'system') return preferred;
  const known = system.map(base).find((tag) => languages.some((language) => language === tag));
  return (known as Language | undefined) ?? 'en';
}

/**
 * The locale for dates and numbers: the system's own form of the language, where it has one. All
 * digits are those of the sentences: what people type, such as `16:00`, is beside them.
 */
export function chooseLocale(language: Language, system: readonly string[]): string {
  const locale =
    system.find((tag) => base(tag) === language && tag.includes('-')) ?? FALLBACK[language];
  if (new Intl.NumberFormat(locale).resolvedOptions().numberingSystem === 'latn') return locale;
  return new Intl.Locale(locale, { numberingSystem: 'latn' }).toString();
}
