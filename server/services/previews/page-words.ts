import { Parser } from 'htmlparser2';
import { previewBounds } from '../../../shared/domain/kinds/preview.ts';
import { oneLine } from '../../../shared/domain/one-line.ts';

export interface PageWords {
  readonly title: string;
  readonly text: string;
  /** Empty: it does not call itself anything. */
  readonly site: string;
}

/** What a page's head may say, the better word first. */
const TITLES = ['og:title', 'twitter:title'];
const TEXTS = ['og:description', 'twitter:description', 'description'];
const SITES = ['og:site_name', 'application-name'];
const WANTED = new Set([...TITLES, ...TEXTS, ...SITES]);

/** What a page says of itself in its head; undefined where it has no title. */
export function wordsOfPage(html: string): PageWords | undefined {
  const said = new Map<string, string>();
  let [inTitle, title] = [false, ''];
  let past = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'body') past = true;
      if (past) return;
      if (name === 'title') inTitle = title === '';
      const key = (attributes['property'] ?? attributes['name'] ?? '').toLowerCase();
      const value = attributes['content'];
      if (name !== 'meta' || value === undefined || !WANTED.has(key)) return;
      if (!said.has(key)) said.set(key, value.slice(0, 2_000));
    },
    ontext(text) {
      if (inTitle && title.length < 2_000) title += text;
    },
    onclosetag(name) {
      if (name === 'title') inTitle = false;
    },
  });
  parser.write(html);
  parser.end();
  const first = (keys: readonly string[], bound: number): string => {
    const found = keys.map((key) => tidy(said.get(key) ?? '', bound));
    return found.find((value) => value !== '') ?? '';
  };
  const shown = first(TITLES, previewBounds.title) || tidy(title, previewBounds.title);
  if (shown === '') return undefined;
  return {
    title: shown,
    text: first(TEXTS, previewBounds.text),
    site: first(SITES, previewBounds.site),
  };
}

/** What turns the direction of reading could make one place look like another. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

function tidy(text: string, bound: number): string {
  const line = oneLine(text.replaceAll(TURNING, '')).replaceAll(/\s+/gu, ' ').trim();
  const whole = line.replaceAll(/\p{Surrogate}/gu, '');
  if (whole.length <= bound) return whole;
  return `${whole
    .slice(0, bound - 1)
    .replace(/\p{Surrogate}$/u, '')
    .trimEnd()}…`;
}
