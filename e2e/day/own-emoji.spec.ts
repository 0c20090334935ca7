import { expect, test } from '@playwright/test';
import { aPng } from '../../shared/testing/pictures.ts';
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

const png = { name: 'truk.png', mimeType: 'image/png', buffer: Buffer.from(aPng, 'base64') };
const settings = async (of: Screen): Promise<void> => {
  await of.page.goto(new URL('#/settings', of.page.url()).href);
  await of.page.getByRole('button', { name: 'Add an emoji' }).waitFor();
};
const listed = (of: Screen) =>
  of.page.getByRole('list', { name: 'Workspace emoji' }).getByRole('listitem');

test('what is no picture is refused; a small one gets a name, without a network too', async () => {
  const { page, desk, cable } = ayu;
  await settings(ayu);
  await page
    .locator('[data-own-emoji]')
    .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('<svg></svg>') });
  await expect(page.getByText('This is not a picture.')).toBeVisible();
  await expect(desk.pill).toHaveText('Connected');
  cable.cut();
  await expect(desk.pill).toHaveText(/^Offline/);
  await page.locator('[data-own-emoji]').setInputFiles(png);
  const name = page.getByRole('dialog').getByRole('textbox', { name: 'Name' });
  await name.fill('thumbsup');
  await expect(page.getByText('An emoji with this name already exists.')).toBeVisible();
  await name.fill('Truk Datang');
  await expect(name).toHaveValue('truk-datang');
  await page.getByRole('dialog').getByRole('button', { name: 'Add emoji' }).click();
  await expect(listed(ayu)).toContainText([':truk-datang:']);
  cable.mend();
  await desk.connectNow();
  await expect(desk.pill).toHaveText('Connected');
});

test('a colleague writes it, picks it and reacts with it, without a network as well', async () => {
  const { page, desk, cable } = bagas;
  await desk.open('umum');
  await desk.composer.pressSequentially('Barang sampai :truk');
  await expect(page.getByRole('option').first()).toContainText(':truk-datang:');
  cable.cut();
  await expect(desk.pill).toHaveText(/^Offline/);
  await desk.composer.press('Enter');
  await expect(desk.composer).toHaveValue('Barang sampai :truk-datang: ');
  await desk.composer.press('Enter');
  const said = desk.message('Barang sampai');
  const picture = said.getByRole('img', { name: ':truk-datang:' });
  await expect(picture).toBeVisible();
  await expect(picture).toHaveJSProperty('naturalHeight', 3);
  await desk.react(said, 'truk datang');
  await expect(said.getByRole('button', { name: /truk-datang/, pressed: true })).toBeVisible();
  cable.mend();
  await desk.connectNow();

  await ayu.page.keyboard.press('Escape');
  await ayu.desk.open('umum');
  const there = ayu.desk.message('Barang sampai');
  await expect(there.getByRole('img', { name: ':truk-datang:' }).first()).toBeVisible();
  await there.getByRole('button', { name: /truk-datang/ }).click();
  await expect(said.getByRole('button', { name: /truk-datang/ })).toHaveText(/2$/);
});

test('its maker takes it away, and its name is left', async () => {
  const { page } = ayu;
  await settings(ayu);
  await page.getByRole('button', { name: 'Remove :truk-datang:' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove emoji' }).click();
  await expect(listed(ayu)).toHaveCount(0);
  await expect(bagas.desk.message('Barang sampai :truk-datang:')).toBeVisible();
});

test('where the company has it so, only administrators make them', async ({ browser }) => {
  const hendra = await office.screen(browser, 'hendra.wijaya');
  await hendra.page.getByRole('button', { name: 'Administration' }).click();
  await hendra.page.getByText('Everyone can add emoji').click();
  await expect(ayu.page.getByText('Administrators can add them.')).toBeVisible();
  await expect(ayu.page.getByRole('button', { name: 'Add an emoji' })).toHaveCount(0);
});
