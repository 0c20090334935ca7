import type { Browser } from 'playwright-core';
import { median, quantile, type Figure } from '../figure.ts';
import { Program } from '../relay/program.ts';
import { buildPage, launchBrowser, openPage, startHost } from './browser.ts';
import { fillProfile } from './filled-profile.ts';
import { preparePage, press } from './painted.ts';
import { switcherPresses } from './switcher-presses.ts';

const MESSAGES = 1_000_000;
const CHANNELS = 300;
const STARTS = 9;
const WORDS = 5;
const PRESSES = 100;

/**
 * From the start of the program to a screen with messages and a field to write in, with a million
 * messages cached, no network, and a browser that runs already; the median. Floor: a program that
 * serves a page of one word and a field. Then what the switcher takes over that cache.
 */
export async function startFigures(): Promise<Figure[]> {
  buildPage();
  const { dir, vocabulary } = await fillProfile(MESSAGES, CHANNELS);
  const browser = await launchBrowser();
  try {
    const value = await started(browser, () => startHost(dir));
    const floor = await started(browser, startBare);
    return [
      { name: 'start.usable_ms', value, unit: 'ms', floor },
      await switcherFigure(browser, dir, vocabulary),
    ];
  } finally {
    await browser.close();
  }
}

async function startBare(): Promise<{ host: Program; url: string }> {
  const host = new Program('bench/page/bare-host.ts', []);
  const { url } = await host.line<{ url: string }>();
  return { host, url };
}

async function started(
  browser: Browser,
  start: () => Promise<{ host: Program; url: string }>,
): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    const page = await openPage(browser);
    const began = performance.now();
    const { host, url } = await start();
    await page.goto(url, { waitUntil: 'commit' });
    await page.locator('[data-message]').first().waitFor();
    await page.locator('textarea').waitFor();
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))),
    );
    times.push(performance.now() - began);
    await page.close();
    await host.stop();
  }
  // The first one warms the disk up.
  return median(times.slice(1));
}

async function switcherFigure(
  browser: Browser,
  dir: string,
  vocabulary: readonly string[],
): Promise<Figure> {
  const { host, url } = await startHost(dir);
  const page = await openPage(browser);
  await page.goto(url);
  await page.locator('[data-message]').first().waitFor();
  await preparePage(page);
  const words = vocabulary.filter(({ length }) => length > 4).slice(0, WORDS);
  const finds = await switcherPresses(page, words);
  const floors: number[] = [];
  for (let i = 0; i < PRESSES; i++) floors.push(await press(page, 'F8', 'word'));
  await page.close();
  await host.stop();
  return {
    ...{ name: 'switcher.p95_ms', value: quantile(finds, 0.95), unit: 'ms' },
    ...{ floor: quantile(floors, 0.95), at: '1,000,000 messages, 300 channels' },
  };
}
