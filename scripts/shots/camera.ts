import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export type Theme = 'light' | 'dark' | 'contrast';

/** What the system asks for, which Balai follows where nobody chose a theme. */
const WISHES = {
  light: { colorScheme: 'light', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  contrast: { colorScheme: 'dark', contrast: 'more' },
} as const;

/** Everything is drawn: fonts are there, nothing moves, and two frames have passed. */
const STILL = `document.fonts.ready
  .then(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)))
  .then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  .then(() => undefined)`;

/** Takes pictures into a folder, which it empties first. */
export class Camera {
  readonly #folder: string;
  #taken = 0;

  constructor(folder: string) {
    this.#folder = folder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  get taken(): number {
    return this.#taken;
  }

  pathOf(screen: string, theme: Theme): string {
    return join(this.#folder, `${screen}-${theme}.png`);
  }

  /** The page as it stands, once for each theme. */
  async take(
    page: Page,
    screen: string,
    themes: readonly Theme[] = ['light', 'dark'],
  ): Promise<void> {
    for (const theme of themes) {
      await page.emulateMedia({ ...WISHES[theme], reducedMotion: 'reduce' });
      await page.evaluate(STILL);
      await page.screenshot({ path: this.pathOf(screen, theme) });
      this.#taken += 1;
    }
  }
}
