import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '..');
const tokens = readFileSync(join(renderer, 'app/tokens.css'), 'utf8');

/** The colours of a theme, without what is computed from others. */
function coloursOf(theme: string): Record<string, string> {
  const block = new RegExp(`\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(tokens)?.[1] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['frame', 'frame-active', 'pane', 'pane-sunken', 'pane-hover', 'raised'];
const pairs: [string, string][] = [
  ...['text', 'text-soft', 'text-faint', 'accent', 'bad'].flatMap((ink) =>
    grounds.map((ground): [string, string] => [ink, ground]),
  ),
  ['accent', 'accent-soft'],
  ['text', 'accent-soft'],
  ['text-faint', 'accent-soft'],
  ['text', 'mention'],
  ['warn', 'warn-soft'],
  ['bad', 'bad-soft'],
  ['on-accent', 'accent'],
  ['on-bad', 'bad'],
];

describe.each([
  ['light', 4.5],
  ['dark', 4.5],
  ['contrast', 7],
])('the %s theme', (theme, least) => {
  const colours = coloursOf(theme);
  it.each(pairs)(`%s can be read on %s (${least}:1)`, (ink, ground) => {
    const [a, b] = [colours[ink], colours[ground]];
    if (a === undefined || b === undefined) throw new Error(`no colour ${ink} or ${ground}`);
    expect(contrast(a, b)).toBeGreaterThanOrEqual(least);
  });
});

/** By path: what the test runner's bundler makes of a style sheet is not what was written. */
const sheets = globSync('**/*.module.css', { cwd: renderer }).map((path): [string, string] => [
  path,
  readFileSync(join(renderer, path), 'utf8'),
]);

/** Custom properties that components set on their elements. */
const set = new Set(
  globSync('{app,features,text,ui}/**/*.{ts,tsx,css}', { cwd: renderer }).flatMap((path) =>
    [
      ...readFileSync(join(renderer, path), 'utf8').matchAll(
        /['\s](--[a-z0-9-]+)['\s]?:|setProperty\('(--[a-z-]+)'/g,
      ),
    ].map((match) => match[1] ?? match[2]),
  ),
);

describe('a component’s style sheet', () => {
  const named = new Set([...tokens.matchAll(/(--[a-z0-9-]+):/g)].map((match) => match[1]));

  it.each(sheets)('%s names tokens and writes no raw colour or size', (_, css) => {
    const plain = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/@media[^{]*/g, '');
    expect(plain.match(/#[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(/gi)).toBeNull();
    expect(plain.match(/\d(px|rem|pt)\b/g)).toBeNull();
  });

  it.each(sheets)('%s is right in both directions of reading', (_, css) => {
    const plain = css
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      // Code reads from left to right in every language, and a pointer's place is a place.
      .replaceAll(/direction: ltr;\s*text-align: left;/g, '')
      .replaceAll(/left: var\(--x\);/g, '');
    const physical =
      /^\s*(margin|padding|border|inset)?-?(left|right)(-\w+)?:|text-align: (left|right)|float: (left|right)/m;
    expect(plain.match(physical)?.[0]).toBeUndefined();
  });

  it.each(sheets)('%s asks for no token that there is not', (_, css) => {
    const own = new Set([...css.matchAll(/(--[a-z0-9-]+):/g)].map((match) => match[1]));
    const given = new Set(['--trigger-width', ...own, ...set]);
    const asked = [...css.matchAll(/var\((--[a-z0-9-]+)/g)].map((match) => match[1]);
    expect(asked.filter((name) => !named.has(name) && !given.has(name ?? ''))).toEqual([]);
  });
});
