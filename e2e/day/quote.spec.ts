import { expect, test } from '@playwright/test';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';

let office: Office;
let ayu: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  ayu = await office.screen(browser, 'ayu.kartika');
});
test.afterAll(() => office.close());

test('a message is quoted without a network, with a way back to it, and calls nobody again', async () => {
  const { desk, page } = ayu;
  await desk.open('gudang-surabaya');
  await expect(desk.message('tolong siapkan dua orang').first()).toBeAttached();
  ayu.cable.cut();
  await expect(desk.pill).toHaveText(/^Offline/);
  await desk.choose(desk.message('tolong siapkan dua orang'), 'Quote');
  await expect(desk.composer).toBeFocused();
  await page.keyboard.type('Sudah siap');
  await page.keyboard.press('Enter');
  const sent = desk.messages.last();
  await expect(sent).toContainText('Sudah siap');
  const quote = sent.locator('blockquote');
  await expect(quote).toContainText('@Sari Wulandari tolong siapkan dua orang');
  await expect(quote.getByRole('button', { name: /Sari Wulandari/ })).toHaveCount(0);
  await quote.getByRole('link', { name: 'Rahmat Hidayat' }).click();
  await expect(page).toHaveURL(/\/m\//);
  await expect(desk.message('tolong siapkan dua orang').first()).toBeInViewport();
});
