import type { en } from './en/words.ts';

/** What every language has to say; TypeScript refuses one that says less or more. */
export type Words = typeof en;

type Path<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Path<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** A sentence's key: `sidebar.unread`. */
export type WordKey = Path<Words>;

/** Values of a sentence's arguments. Numbers are formatted by the sentence (ICU). */
export type WordValues = Record<string, string | number>;

/** Says a sentence in the person's language. */
export type Say = (key: WordKey, values?: WordValues) => string;

export const languages = ['en', 'id', 'ar', 'pseudo'] as const;
export type Language = (typeof languages)[number];

export const directionOf = (language: Language): 'ltr' | 'rtl' =>
  language === 'ar' ? 'rtl' : 'ltr';
