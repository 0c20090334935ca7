import { IntlMessageFormat } from 'intl-messageformat';
import { ar } from './ar/words.ts';
import { en } from './en/words.ts';
import { id } from './id/words.ts';
import { isolate } from './isolate.ts';
import { pseudoWords } from './pseudo.ts';
import {
  directionOf,
  type Language,
  type Say,
  type WordKey,
  type Words,
  type WordValues,
} from './words.ts';

/** Every language is here: they are small, and none has to be waited for. */
const resources: Record<Exclude<Language, 'pseudo'>, Words> = { en, id, ar };

/** A sentence that may need formatting: it has an argument, an escape or a tag. */
const FORMATTED = /[{'<]/;

/**
 * The sayer of a language; numbers within a sentence are written as in the locale, like those
 * beside it. Each sentence is read when it is first said.
 */
export function sayerFor(language: Language, locale: string = language): Say {
  const pseudo = language === 'pseudo';
  const words = pseudo ? (pseudoWords(en) as Words) : resources[language];
  const numbers = pseudo ? 'en' : locale;
  const rightToLeft = directionOf(language) === 'rtl';
  const known = new Map<WordKey, string | IntlMessageFormat>();
  const sentence = (key: WordKey): string | IntlMessageFormat => {
    const text = textOf(words, key);
    if (!FORMATTED.test(text)) return text;
    const format = new IntlMessageFormat(text, numbers, undefined, { ignoreTag: true });
    // Without an argument it always says the same.
    return text.includes('{') ? format : String(format.format());
  };
  return (key, values) => {
    try {
      let said = known.get(key);
      if (said === undefined) known.set(key, (said = sentence(key)));
      if (typeof said === 'string') return said;
      return String(said.format(values !== undefined && rightToLeft ? isolated(values) : values));
    } catch (error) {
      // A sentence that cannot be formatted must be seen in tests, and must not break the page.
      reportError(error);
      return key;
    }
  };
}

/** @throws {Error} where the language has no such sentence, which the types rule out */
function textOf(words: Words, key: WordKey): string {
  let part: unknown = words;
  for (const name of key.split('.')) part = (part as Record<string, unknown> | undefined)?.[name];
  if (typeof part !== 'string') throw new Error(`no sentence ${key}`);
  return part;
}

function isolated(values: WordValues): WordValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolate(value) : value,
    ]),
  );
}
