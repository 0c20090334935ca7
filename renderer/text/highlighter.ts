import type { createLowlight } from 'lowlight';
import { guessLanguage } from './guess-language.ts';

/** Code as a tree of coloured parts. */
export type Highlighted = ReturnType<ReturnType<typeof createLowlight>['highlight']>;

/** Longer code stays in one colour: highlighting it would hold up the page. */
const LONGEST = 8_000;
const KEPT = 200;

/** Words after a fence that the highlighter knows under another name. */
const ALIASES: Readonly<Record<string, string>> = {
  zsh: 'bash',
  jsonc: 'json',
  tsx: 'typescript',
  jsx: 'javascript',
  toml: 'ini',
  docker: 'bash',
  dockerfile: 'bash',
  powershell: 'bash',
  ps1: 'bash',
};
const PLAIN: ReadonlySet<string> = new Set(['text', 'txt', 'plain', 'log']);

export type Highlight = (language: string, code: string) => Highlighted | null;

let loaded: Highlight | null = null;
let loading: Promise<Highlight> | null = null;

/** The highlighter, if it is here already: then code has its colours from the first paint. */
export const highlightNow = (language: string, code: string): Highlighted | null =>
  loaded?.(language, code) ?? null;

/** The language to colour code in; null where it stays in one colour. */
export function languageToHighlight(language: string | null, code: string): string | null {
  if (code.length > LONGEST) return null;
  if (language === null) return guessLanguage(code);
  return PLAIN.has(language) ? null : language;
}

/** Loads the highlighter: only people who meet code need it. */
export function loadHighlighter(): Promise<Highlight> {
  loading ??= import('lowlight').then(({ common, createLowlight }) => {
    const lowlight = createLowlight(common);
    const kept = new Map<string, Highlighted>();
    loaded = (language, code) => {
      const name = ALIASES[language] ?? language;
      if (!lowlight.registered(name)) return null;
      const key = `${name} ${code}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const tree = lowlight.highlight(name, code);
      kept.set(key, tree);
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(oldest);
      }
      return tree;
    };
    return loaded;
  });
  return loading;
}
