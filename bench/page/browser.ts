import { execFileSync } from 'node:child_process';
import { chromium, type Browser, type Page } from 'playwright-core';
import { browserArguments, findBrowser } from '../../scripts/browser.ts';
import { Program, temporaryFolder } from '../relay/program.ts';

export interface OpenedApp {
  page: Page;
  close(): Promise<void>;
}

/** The demo workspace in a real browser at the size of an office laptop. */
export async function openApp(): Promise<OpenedApp> {
  const app = new Program('scripts/start.ts', [
    ...['--no-open', '--json', '--data', temporaryFolder('app'), '--as', 'Ayu Kartika'],
  ]);
  const { clients } = await app.line<{ clients: { url: string }[] }>();
  const browser = await launchBrowser();
  const page = await openPage(browser);
  await page.goto(clients[0]!.url);
  await page.locator('[data-message]').last().waitFor();
  const close = async (): Promise<void> => {
    await browser.close();
    await app.stop();
  };
  return { page, close };
}

/** The page, and its host as one bundle, as the desktop app has its core. */
export function buildPage(): void {
  execFileSync(process.execPath, ['scripts/build.ts', 'renderer', 'host'], { stdio: 'ignore' });
}

/** At the size of an office laptop. */
export function openPage(browser: Browser): Promise<Page> {
  return browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
}

/** Somebody's profile in a browser host of its own; the page must have been built. */
export async function startHost(profile: string): Promise<{ host: Program; url: string }> {
  const host = new Program('dist/host/browser-host.cjs', [
    ...['--data', profile, '--key-store', 'file'],
  ]);
  const { url } = await host.line<{ url: string }>();
  return { host, url };
}

/** Without a window. @throws {Error} where no browser is found */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error(
      'no Chromium, Chrome or Edge is on this machine: install one, or set CHROME_PATH',
    );
  }
  return chromium.launch({ executablePath, args: browserArguments() });
}
