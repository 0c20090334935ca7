import { readFileSync, readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import emoji from 'emojibase-data/en/compact.json' with { type: 'json' };

const DEMO = new URL('../../demo/nusa-mandiri/', import.meta.url);

/** Every text of the demo's export: what its people are called, and what they wrote. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

const demoTexts = readdirSync(DEMO, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => textsOf(JSON.parse(readFileSync(new URL(name, DEMO), 'utf8'))));

/** What stands between several names, or between a name and a sentence. */
const JOINTS = / · |, | and |\n/;

/** What is on the screen and of no language: names, titles and topics, whole and in parts. */
const NAMES = new Set([
  ...demoTexts
    .filter((text) => text.length <= 160)
    .flatMap((text) => [text, ...text.split(JOINTS)]),
  ...emoji.flatMap(({ label }) => [label, ...label.split(JOINTS)]),
  ...['Nusa Mandiri', 'NM', 'Balai', 'English', 'Bahasa Indonesia', 'العربية'],
  // The button at the end of an overlay, for screen readers: react-aria's, with words of its own.
  'Dismiss',
]);
const WHOLE = demoTexts.join('\n');

/** Zones, days, months, spans and sizes as `Intl` writes them in English; and what react-aria reads out. */
const OF_INTL =
  /Selected (Date|Time): .*|[\u2068\u2069\u00a0\u202f]|\([A-Z]{3,4}[+−]?\d*\)|\b((Mon|Tues?|Wed(nes)?|Thu(rs)?|Fri|Sat(ur)?|Sun)(day)?|Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sept?(ember)?|Oct(ober)?|Nov(ember)?|Dec(ember)?|today|yesterday|tomorrow|at|min|hrs?|days?|[kMG]B|bytes?)\b/g;

/** A command of the composer, or whom it calls: the same in every language. */
const TYPED = /^[/@][a-z]+$/;

interface Shown {
  readonly where: string;
  readonly text: string;
  /** Of no use to a screen reader, like the two letters of somebody's picture. */
  readonly hidden: boolean;
}

/** Every text and every name that is on the page; not what people wrote, times, keys and code. */
const shownOn = (page: Page): Promise<Shown[]> =>
  page.evaluate(() => {
    // The parts of a day or a time are written and named by Intl and react-aria.
    const THEIRS =
      '[role="spinbutton"], [id^="body-"], [dir="auto"], time, code, kbd, mark, textarea, script, style, :not(html)[lang]';
    const shown: Shown[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest(THEIRS) !== null) continue;
      const hidden = element.closest('[aria-hidden="true"]') !== null;
      const where = `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`;
      const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      shown.push({ where, hidden, text: own.map(({ textContent }) => textContent).join('') });
      for (const attribute of ['aria-label', 'aria-description', 'placeholder', 'title', 'alt']) {
        const text = element.getAttribute(attribute);
        if (text !== null) shown.push({ where: `${where} ${attribute}`, hidden, text });
      }
    }
    return shown;
  });

/** What stands outside of all brackets; a sentence may have others as its arguments. */
function outside(text: string): string {
  const left = text.replaceAll(/\[[^[\]]*\]/g, ' ');
  return left === text ? text : outside(left);
}

/**
 * Words on the screen, or told to screen readers, that come from no translation: in the pseudo
 * language each sentence stands in brackets, so that what stands outside of them is data or was
 * written into a component. `theirs` is what the test itself wrote.
 */
export async function untranslated(page: Page, theirs: readonly string[]): Promise<string[]> {
  const told = (await shownOn(page)).flatMap(({ where, text, hidden }) =>
    outside(text)
      .split(JOINTS)
      .map((part) => part.replaceAll(OF_INTL, ' ').trim())
      .filter((words) => {
        const isWord = /\p{L}{2}/u.test(words) && !(hidden && /^\p{Lu}{2}$/u.test(words));
        const bare = words.replace(/^[#@]/, '');
        const isData =
          NAMES.has(words) ||
          NAMES.has(bare) ||
          theirs.includes(words) ||
          TYPED.test(words) ||
          (words.length > 20 && WHOLE.includes(words));
        return isWord && !isData;
      })
      .map((words) => `${where}: ${words}`),
  );
  return [...new Set(told)];
}
