import type { BrowserContextOptions } from 'playwright-core';
import type { Theme } from './camera.ts';

/** Another language, another theme or another window. */
export interface Pass {
  readonly name: string;
  readonly themes: readonly Theme[];
  readonly context: BrowserContextOptions;
  /** What the pill says without a connection. */
  readonly offline: string;
}

const english = { locale: 'en-GB' };

const arabic: Pass = {
  name: 'arabic',
  themes: ['light', 'dark'],
  context: { locale: 'ar-EG' },
  offline: 'غير متصل',
};

const indonesian: Pass = {
  name: 'indonesian',
  themes: ['light'],
  context: { locale: 'id-ID' },
  offline: 'Luring',
};

const narrow: Pass = {
  name: 'narrow',
  themes: ['light'],
  context: { ...english, viewport: { width: 900, height: 768 } },
  offline: 'Offline',
};

/** Every screen is seen in these. */
export const mainPasses: readonly Pass[] = [arabic, indonesian, narrow];

export const allPasses: readonly Pass[] = [
  ...mainPasses,
  { name: 'contrast', themes: ['contrast'], context: english, offline: 'Offline' },
  {
    name: 'smaller',
    themes: ['dark'],
    context: { ...english, viewport: { width: 820, height: 700 } },
    offline: 'Offline',
  },
  // The laptop's whole screen at 200 %.
  {
    name: 'zoomed',
    themes: ['light'],
    context: { ...english, viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 },
    offline: 'Offline',
  },
];
