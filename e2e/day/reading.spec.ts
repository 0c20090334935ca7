import { expect, test } from '@playwright/test';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';

let office: Office;
let ayu: Screen;
let bagas: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  [ayu, bagas] = await Promise.all([
    office.screen(browser, 'ayu.kartika'),
    office.screen(browser, 'bagas.pratama'),
  ]);
});
test.afterAll(() => office.close());

test('unread messages are counted, stand below one line, and are read once they were seen', async () => {
  await ayu.desk.open('umum');
  await bagas.desk.open('keuangan');
  await expect(ayu.desk.place('kapal-dan-truk')).not.toContainText('unread');
  for (const text of ['Satu', 'Dua', 'Tiga']) {
    await bagas.desk.open('kapal-dan-truk');
    await bagas.desk.write(`${text} truk di gerbang`);
  }
  await expect(ayu.desk.place('kapal-dan-truk')).toContainText('3 unread messages');
  await ayu.desk.open('kapal-dan-truk');
  const news = ayu.desk.list.getByRole('separator').filter({ hasText: 'New' });
  await expect(news).toHaveCount(1);
  const below = await news.evaluate((line) => line.nextElementSibling?.textContent);
  expect(below).toContain('Satu truk di gerbang');
  await expect(ayu.desk.place('kapal-dan-truk')).not.toContainText('unread');
});

test('a message and all after it can be unread again, and Esc reads them', async () => {
  await ayu.desk.open('engineering');
  await ayu.desk.choose(ayu.desk.messages.nth(-2), 'Mark unread from here');
  await expect(ayu.desk.list.getByRole('separator')).toHaveText('New');
  await expect(ayu.desk.place('engineering')).toContainText('unread');
  await ayu.desk.open('umum');
  await expect(ayu.desk.place('engineering')).toContainText('unread');
  await expect(ayu.page).toHaveTitle(/#umum/);
  await ayu.page.goBack();
  await ayu.desk.main.getByRole('heading', { name: 'engineering' }).waitFor();
  await ayu.page.keyboard.press('Escape');
  await expect(ayu.desk.place('engineering')).not.toContainText('unread');
});

test('who writes and who is there is seen by those who look', async () => {
  await ayu.desk.open('Bagas Pratama');
  await bagas.desk.open('Ayu Kartika');
  await expect(ayu.desk.main.getByText(/^Active · /)).toBeVisible();
  await bagas.desk.composer.pressSequentially('Sebentar');
  await expect(ayu.desk.main.getByText('Bagas is typing')).toBeVisible();
  await bagas.desk.composer.press('Enter');
  await expect(ayu.desk.messages.last()).toContainText('Sebentar');
  await expect(ayu.desk.main.getByText('Bagas is typing')).toBeHidden();
  bagas.cable.cut();
  await expect(ayu.desk.main.getByText(/^Offline · /)).toBeVisible();
  bagas.cable.mend();
  await bagas.desk.connectNow();
  await expect(ayu.desk.main.getByText(/^Active · /)).toBeVisible();
});

test('history comes from above without moving what is on the screen', async () => {
  await ayu.desk.open('gudang-surabaya');
  const { list, messages, main } = ayu.desk;
  const start = main.getByText(/created this channel/);
  const first = (): Promise<string | null> => messages.first().getAttribute('data-message');
  let pages = 0;
  while (!(await start.isVisible())) {
    // To the top at once: the pages that come now come above what is on the screen.
    const seen = await list.evaluate((content) => {
      const scroller = content.parentElement!;
      scroller.scrollTop = 0;
      const row = content.querySelector('article')!;
      return { id: row.id, message: row.dataset['message']!, top: row.getBoundingClientRect().top };
    });
    // Where nothing is left to come, the beginning is drawn a frame after the scroll.
    await expect
      .poll(async () => (await start.isVisible()) || (await first()) !== seen.message)
      .toBe(true);
    if (await start.isVisible()) break;
    const now = await list.evaluate(
      (content, message) =>
        content.querySelector(`[data-message="${message}"]`)!.getBoundingClientRect().top,
      seen.message,
    );
    expect(Math.abs(now - seen.top)).toBeLessThanOrEqual(1);
    pages += 1;
  }
  expect(pages).toBeGreaterThan(0);
});
