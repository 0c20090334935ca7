import { join } from 'node:path';
import type { Plugin } from 'vite';

const TABLE =
  /node_modules\/(?<of>react-aria|react-aria-components|react-stately)\/dist\/private\/(?:(?<part>[a-z]+)\/)?intlStrings\.mjs$/;
const WORDS = join(import.meta.dirname, 'i18n', 'id', 'aria-words.ts');

/**
 * react-aria has its words in thirty languages, and chooses among them as the page's language
 * changes; Indonesian is not there. Of each of its tables the build keeps the languages that Balai
 * speaks, and adds Indonesian; what that leaves out falls back to English.
 */
export const ariaWordsPlugin: Plugin = {
  name: 'balai-aria-words',
  enforce: 'pre',
  transform(code, id) {
    const table = TABLE.exec(id.split('?')[0] ?? '')?.groups;
    if (table === undefined) return null;
    const [en, ar] = ['en-US', 'ar-AE'].map(
      (tag) => new RegExp(`"([^"]+/${tag}\\.mjs)"`).exec(code)?.[1],
    );
    if (en === undefined || ar === undefined) this.error(`no words in ${id}`);
    const part = JSON.stringify(table['part'] ?? table['of']);
    return {
      code: `import en from ${JSON.stringify(en)};
import ar from ${JSON.stringify(ar)};
import { ariaWords } from ${JSON.stringify(WORDS)};
export default { 'en-US': en, 'ar-AE': ar, 'id-ID': { ...en, ...ariaWords[${part}] } };
`,
      map: null,
    };
  },
};
