import { expect, test } from '@playwright/test';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';

let office: Office;
let hendra: Screen;
let ayu: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  [hendra, ayu] = await Promise.all([
    office.screen(browser, 'hendra.wijaya'),
    office.screen(browser, 'ayu.kartika'),
  ]);
});
test.afterAll(() => office.close());

/** Picks people by their names. */
async function pick(screen: Screen, ...names: string[]): Promise<void> {
  const dialog = screen.page.getByRole('dialog');
  for (const name of names) {
    await dialog.getByRole('combobox', { name: 'People in the group' }).fill(name);
    await dialog.getByRole('option', { name }).click();
  }
}

test('without a network an owner makes a group; everybody can call it once he is back', async () => {
  const { page, desk, cable } = hendra;
  await page.getByRole('button', { name: 'Administration' }).click();
  await expect(desk.pill).toHaveText('Connected');
  cable.cut();
  await expect(desk.pill).toHaveText(/^Offline/);
  await page.getByRole('button', { name: 'Create a group' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create a group' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Keuangan');
  await expect(dialog.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('keuangan');
  await dialog.getByRole('textbox', { name: /What it is for/ }).fill('Kas dan gaji');
  await pick(hendra, 'Ayu Kartika', 'Bagas Pratama');
  await dialog.getByRole('button', { name: 'Create group' }).click();
  const row = desk.main.getByRole('listitem').filter({ hasText: '@keuangan' });
  await expect(row).toContainText('Ayu Kartika and Bagas Pratama');
  cable.mend();
  await desk.comeBack();
  await expect(desk.pill).toHaveText('Connected');
});

test('a colleague calls it by its name; who is in it has it as a mention', async () => {
  await ayu.desk.open('umum');
  await ayu.desk.open('makan-siang');
  const { desk } = hendra;
  await desk.open('umum');
  await desk.composer.pressSequentially('Laporan kas besok, @keu');
  const choice = hendra.page.getByRole('option', { name: /@keuangan/ });
  await expect(choice).toContainText('2 people');
  await desk.composer.press('Enter');
  await expect(desk.composer).toHaveValue('Laporan kas besok, @keuangan ');
  await desk.composer.press('Enter');
  const said = desk.message('Laporan kas besok, @keuangan');
  await said.getByRole('link', { name: '@keuangan' }).click();
  await expect(desk.panel.getByRole('listitem')).toContainText(['Ayu Kartika', 'Bagas Pratama']);

  await expect(ayu.desk.place('umum')).toContainText('1 for you');
  await ayu.desk.sidebar.getByRole('link', { name: /^Activity/ }).click();
  await expect(ayu.desk.main).toContainText('Hendra Wijaya mentioned a group you are in');
  await ayu.desk.main.getByRole('button', { name: /mentioned a group/ }).click();
  await expect(ayu.desk.message('@keuangan')).toBeVisible();
  await expect(
    ayu.desk.message('@keuangan').getByRole('link', { name: '@keuangan' }),
  ).toHaveAttribute('title', 'Ayu Kartika and Bagas Pratama');
});

test('who was taken out of it is not called any more', async () => {
  const { page, desk } = hendra;
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Administration' }).click();
  await page.getByRole('button', { name: 'Edit @keuangan' }).click();
  // Ayu has the message before her eyes.
  await ayu.desk.open('umum');
  const called = ayu.desk.message('Laporan kas besok');
  await expect(called).toHaveClass(/forMe/);
  const dialog = page.getByRole('dialog', { name: 'Edit @keuangan' });
  await dialog.getByRole('button', { name: 'Remove Ayu Kartika' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  const row = desk.main.getByRole('listitem').filter({ hasText: '@keuangan' });
  await expect(row).not.toContainText('Ayu');
  await expect(called).not.toHaveClass(/forMe/);
  await ayu.desk.open('makan-siang');
  await desk.open('umum');
  await desk.composer.fill('@keuangan sudah?');
  await desk.composer.press('Enter');
  await expect(desk.messages.last()).toContainText('sudah?');
  await expect(ayu.desk.place('umum')).toContainText('1 unread');
  await expect(ayu.desk.place('umum')).not.toContainText('for you');
});
