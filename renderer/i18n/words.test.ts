import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { ar } from './ar/words.ts';
import { en } from './en/words.ts';
import { id } from './id/words.ts';
import { pseudoWords } from './pseudo.ts';

type Tree = { readonly [key: string]: string | Tree };

/** Every sentence by its key. */
function sentences(tree: Tree, prefix = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') all.set(prefix + key, value);
    else for (const [inner, text] of sentences(value, `${prefix}${key}.`)) all.set(inner, text);
  }
  return all;
}

/** The names of a sentence's arguments, also those inside its branches. */
function argumentsOf(elements: readonly MessageFormatElement[]): Set<string> {
  const names = new Set<string>();
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    names.add(element.value);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) {
        for (const name of argumentsOf(option.value)) names.add(name);
      }
    }
  }
  return names;
}

/** The plural categories that a sentence has words for. */
function pluralsOf(elements: readonly MessageFormatElement[]): string[][] {
  return elements.flatMap((element) =>
    element.type === TYPE.plural ? [Object.keys(element.options)] : [],
  );
}

const english = sentences(en);
const languages = {
  en: english,
  id: sentences(id),
  ar: sentences(ar),
  pseudo: sentences(pseudoWords(en)),
};

describe.each(Object.entries(languages))('the words in %s', (language, words) => {
  it('say neither less nor more than English', () => {
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('are ICU sentences with the same arguments as in English', () => {
    for (const [key, sentence] of words) {
      const wanted = argumentsOf(parse(english.get(key) ?? ''));
      expect(argumentsOf(parse(sentence)), key).toEqual(wanted);
    }
  });

  it('have a form for each number that the language tells apart', () => {
    const locale = language === 'pseudo' ? 'en' : language;
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    for (const [key, sentence] of words) {
      for (const forms of pluralsOf(parse(sentence))) {
        const told = forms.filter((form) => !form.startsWith('='));
        // One form for every number is a choice; some forms and not others are an oversight.
        const wanted = told.length > 1 ? pluralCategories : ['other'];
        expect([...told, 'zero'], key).toEqual(expect.arrayContaining(wanted));
      }
    }
  });

  it('leave the sign of a channel or group to its name, which has a direction of its own', () => {
    for (const [key, sentence] of words) expect(sentence, key).not.toMatch(/[#@]\{/);
  });

  it('do not shout, and are not empty', () => {
    for (const [key, sentence] of words) {
      expect(sentence, key).not.toMatch(/[!¡！]|oops|waduh/i);
      expect(sentence.trim(), key).not.toBe('');
    }
  });
});

describe('a translated language', () => {
  /** Rightly the same everywhere: names of keys and formats, and what has no words of its own. */
  const same =
    /^(Ctrl|Alt|Shift|Enter|Esc|Bot|Status|Emoji|Administrator|PDF|Video|\P{L}*(\{\w+\}\P{L}*)+)$/u;

  it.each(['id', 'ar'] as const)('%s leaves nothing in English', (language) => {
    const left = [...languages[language]].filter(
      ([key, sentence]) => sentence === english.get(key) && !same.test(sentence),
    );
    expect(left).toEqual([]);
  });

  it('id has one word for one thing', () => {
    /** Said instead: server, pemberitahuan, terhubung. */
    const other = /\b(relay|notifikasi|tersambung)\b/i;
    expect([...languages.id].filter(([, sentence]) => other.test(sentence))).toEqual([]);
  });
});

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!./**', '!../**/*.test.{ts,tsx}'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

describe('every sentence', () => {
  // failure-words.ts is the one file of i18n that says sentences itself.
  const helpers = import.meta.glob<string>('./failure-words.ts', {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const code = Object.values({ ...sources, ...helpers }).join('\n');
  const literal = new Set(
    [...code.matchAll(/['"]([a-zA-Z]+(?:\.[a-zA-Z_]+)+)['"]/g)].map((m) => m[1]),
  );
  /** `refusal.${code}.what` says any sentence of that form. */
  const made = [...code.matchAll(/`([a-zA-Z]+\.[^`]*\$\{[^`]*)`/g)].map(
    ([, form = '']) =>
      new RegExp(
        `^${form
          .split(/\$\{[^}]*\}/)
          .map((part) => part.replaceAll('.', '\\.'))
          .join('[a-zA-Z_.]+')}$`,
      ),
  );

  it('is said somewhere', () => {
    const unsaid = [...english.keys()].filter(
      (key) => !literal.has(key) && !made.some((form) => form.test(key)),
    );
    expect(unsaid).toEqual([]);
  });
});
