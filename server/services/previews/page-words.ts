import { Parser } from 'htmlparser2';
import { previewBounds } from '../../../shared/domain/kinds/preview.ts';
import { oneLine } from '../../../shared/domain/one-line.ts';

export interface PageWords {
  readonly title: string;
  readonly text: string;
  /** Empty: it does not call itself anything. */
  readonly site: string;
  readonly picture?: PagePicture;
}

/** A picture that a page names for itself. */
export interface PagePicture {
  readonly url: string;
  /** What it shows; empty where the page does not say. */
  readonly alt: string;
}

/** What a page's head may say, the better word first. */
const TITLES = ['og:title', 'twitter:title'];
const TEXTS = ['og:description', 'twitter:description', 'description'];
const SITES = ['og:site_name', 'application-name'];
const PICTURES = ['og:image', 'twitter:image'];
const altOf = (picture: string): string => `${picture}:alt`;
const WANTED = new Set([...TITLES, ...TEXTS, ...SITES, ...PICTURES, ...PICTURES.map(altOf)]);
/** As much is taken of anything, UTF-16 units. */
const MAX_VALUE = 2_048;

/** What a page says of itself in its head; undefined where it has no title. */
export function wordsOfPage(html: string): PageWords | undefined {
  const said = new Map<string, string>();
  /** What no later word is taken for. */
  const settled = new Set<string>();
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
      // After a second picture, it is that one which is described.
      if (said.has(key)) settled.add(altOf(key));
      else if (!settled.has(key)) said.set(key, value.slice(0, MAX_VALUE));
    },
    ontext(text) {
      if (inTitle && title.length < MAX_VALUE) title += text;
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
  const picture = pictureOf(said);
  return {
    title: shown,
    text: first(TEXTS, previewBounds.text),
    site: first(SITES, previewBounds.site),
    ...(picture === undefined ? {} : { picture }),
  };
}

function pictureOf(said: ReadonlyMap<string, string>): PagePicture | undefined {
  for (const key of PICTURES) {
    const url = said.get(key)?.trim() ?? '';
    // One that was cut would lead somewhere else.
    if (url === '' || url.length >= MAX_VALUE) continue;
    return { url, alt: tidy(said.get(altOf(key)) ?? '', previewBounds.alt) };
  }
  return undefined;
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
