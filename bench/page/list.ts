import type { Page } from 'playwright-core';
import { quantile, type Figure } from '../figure.ts';
import { buildPage, launchBrowser, openPage, startHost } from './browser.ts';
import { fillProfile } from './filled-profile.ts';
import { preparePage, press } from './painted.ts';
import { scrollDown, type Scrolled } from './scrolling.ts';

const MESSAGES = 20_000;
const CHANNELS = 2;
const LIST = ':has(> [role=log])';
/** px a frame: a screen in an eighth of a second, a fast fling. */
const STEP = 100;
const FLOOR_ROWS = 2_000;

const LOADED = 5_000;
const TEXT = 'besok pagi laporan mingguan sudah harus masuk, tolong dibantu ya. ';
const LETTERS = 300;
const WARM_UP = 60;

/**
 * From a key press in the composer to the frame that shows its letter, in a channel through 5,000
 * messages of which somebody has scrolled. Floor: the same in a bare page with one text field.
 */
export function typingFigure(): Promise<Figure> {
  return inChannel(async (page, bare) => {
    const { seen } = await scrollDown(page, { of: LIST, step: 4_000, messages: LOADED });
    if (seen < LOADED) throw new Error(`only ${seen} messages were loaded`);
    const value = await typed(page);
    await bare.setContent('<textarea rows="1"></textarea>');
    return { name: 'typing.p95_ms', value, unit: 'ms', floor: await typed(bare) };
  });
}

/**
 * Frames a second while somebody scrolls through 20,000 messages: one divided by the time between
 * two frames that moved the list; of these the slowest twentieth, and all of them. Floor: a bare
 * page with 2,000 lines of text, scrolled in the same way.
 */
export function scrollFigures(): Promise<Figure[]> {
  return inChannel(async (page, bare) => {
    const value = await scrollDown(page, { of: LIST, step: STEP, messages: MESSAGES });
    if (value.seen < MESSAGES) throw new Error(`only ${value.seen} messages were drawn`);
    const rows = `<p style="height:57px;margin:0">${TEXT}</p>`.repeat(FLOOR_ROWS);
    await bare.setContent(`<main style="height:100vh;overflow:auto">${rows}</main>`);
    const floor = await scrollDown(bare, { of: 'main', step: STEP, messages: 1 });
    return [
      { name: 'scroll.fps_p5', value: slowest(value), unit: '1/s', floor: slowest(floor) },
      { name: 'scroll.fps_mean', value: mean(value), unit: '1/s', floor: mean(floor) },
    ];
  });
}

const slowest = ({ gaps }: Scrolled): number => 1_000 / quantile(gaps, 0.95);

const mean = ({ gaps }: Scrolled): number =>
  (1_000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0);

/** Runs over the page with a channel of 20,000 messages, at the first of them, and an empty one. */
async function inChannel<T>(run: (page: Page, bare: Page) => Promise<T>): Promise<T> {
  buildPage();
  const { dir } = await fillProfile(MESSAGES * CHANNELS, CHANNELS);
  const { host, url } = await startHost(dir);
  const browser = await launchBrowser();
  try {
    const page = await openPage(browser);
    await page.goto(url);
    await page.locator('[data-message]').last().waitFor();
    const result = await run(page, await openPage(browser));
    return result;
  } finally {
    await browser.close();
    await host.stop();
  }
}

/** p95, ms. */
async function typed(page: Page): Promise<number> {
  await preparePage(page);
  await page.bringToFront();
  await page.locator('textarea').focus();
  const times: number[] = [];
  for (let i = 0; i < LETTERS; i++) {
    times.push(await press(page, TEXT[i % TEXT.length]!, 'letter'));
  }
  return quantile(times.slice(WARM_UP), 0.95);
}
