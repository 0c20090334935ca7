import { expect, test } from '@playwright/test';
import { Office } from './support/office.ts';

let office: Office;
test.beforeAll(async () => {
  office = await Office.open();
});
test.afterAll(() => office.close());

test('what a field for a day reads out is Indonesian too, and changes with the language', async ({
  browser,
}) => {
  const { page } = await office.screen(browser, 'ayu.kartika', { locale: 'id-ID' });
  const message = page.getByRole('main').getByRole('article').last();
  await message.focus();
  await message.press('t');
  const until = page.getByRole('dialog').getByRole('group', { name: /^Tenggat/ });
  const day = until.getByRole('spinbutton').first();
  await expect(day).toHaveAttribute('aria-valuetext', 'Kosong');
  await day.focus();
  await page.keyboard.type('241220961530');
  await expect(until).toHaveAccessibleDescription(/^Tanggal terpilih: 24 Desember 2096/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: /Bahasa/ }).click();
  await page.getByRole('option', { name: 'English' }).click();
  await page.goBack();
  await message.focus();
  await message.press('t');
  const first = page.getByRole('dialog').getByRole('spinbutton').first();
  await expect(first).toHaveAttribute('aria-valuetext', 'Empty');
});
