import { expect, test, type Page } from '@playwright/test';
import { unfit } from './support/fits.ts';
import { Office } from './support/office.ts';
import { Problems } from './support/problems.ts';
import { walkDialogs } from './support/walk-dialogs.ts';
import { walkAdmin, walkPages } from './support/walk.ts';

/** WCAG 2.2, 1.4.4 and 1.4.10: the window of a small laptop, 1366 px by 768, at 200 %. */
const ZOOMED = { viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 };
const WHERE = { channel: 'gudang-surabaya', rootText: 'scanner export' };

let office: Office;
test.beforeAll(async () => {
  office = await Office.open();
});
test.afterAll(() => office.close());

const problems = new Problems();

/** What can be pressed, but is not in sight nor comes there where one goes to it. */
const unreachable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const over = [...document.querySelectorAll('[role=dialog], [role=menu]')].at(-1);
    const within = over ?? document.querySelector('main');
    const all = within?.querySelectorAll<HTMLElement>(
      'button, a[href], input, textarea, [role=menuitem], [role=option]',
    );
    return [...(all ?? [])].flatMap((one) => {
      if (one.closest('[inert], [aria-hidden="true"]') !== null) return [];
      // A switch is drawn by its label; what takes the focus is hidden in it.
      const drawn = one.closest('label') ?? one;
      drawn.scrollIntoView({ block: 'nearest' });
      const { top, bottom, width } = drawn.getBoundingClientRect();
      if (width <= 1) return [];
      const middle = (top + bottom) / 2;
      const outside = middle < 0 || middle > innerHeight;
      return outside ? [`out of reach: ${one.outerHTML.slice(0, 160)}`] : [];
    });
  });

const seeOn = (page: Page) => async (screen: string) => {
  problems.add(screen, await unfit(page));
  problems.add(screen, await unreachable(page));
};

test('at 200 % every screen fits, and all of it can be reached', async ({ browser }) => {
  const { page } = await office.screen(browser, 'ayu.kartika', ZOOMED);
  await page.locator('nav [data-channel]').first().waitFor({ state: 'attached' });
  await walkPages(page, WHERE, seeOn(page));
  await walkDialogs(page, WHERE, seeOn(page));
  expect(problems.take()).toEqual([]);
});

test('also for an administrator, and at the door', async ({ browser }) => {
  const { page } = await office.screen(browser, 'hendra.wijaya', ZOOMED);
  await walkAdmin(page, seeOn(page));
  const fresh = await office.freshScreen(browser, ZOOMED);
  await fresh.page.locator('input[type=password]').waitFor();
  await seeOn(fresh.page)('the door');
  expect(problems.take()).toEqual([]);
});

test('messages are read and written at 200 %', async ({ browser }) => {
  const { page, desk } = await office.screen(browser, 'bagas.pratama', ZOOMED);
  await page.locator('nav [data-channel]').first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Show the conversations' }).click();
  await desk.open('gudang-surabaya');
  await desk.write('Dibaca dari layar kecil');
  await expect(desk.messages.last()).toBeInViewport({ ratio: 1 });
  await expect(desk.composer).toBeInViewport({ ratio: 1 });
  // Two messages at least stand above the composer.
  await expect(desk.messages.nth(-2)).toBeInViewport();
});
