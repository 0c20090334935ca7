import { expect, test, type Locator } from '@playwright/test';
import { DEMO_PASSWORD } from '../../server/services/demo/demo-state.ts';
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

const section = (of: Screen, name: string): Locator =>
  of.desk.sidebar.getByRole('region', { name, exact: true });
const rows = (of: Screen, name: string): Locator => section(of, name).getByRole('link');

test('a channel is moved into a section by the keys, and a second one follows', async () => {
  const { page, desk } = ayu;
  await desk.place('engineering').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Move to a section' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'New section' }).press('Enter');
  await page.getByRole('textbox', { name: 'Section name' }).fill('Proyek dermaga');
  await page.keyboard.press('Enter');
  await expect(rows(ayu, 'Proyek dermaga')).toHaveText([/engineering/]);

  await desk.place('umum').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to a section' }).click();
  await dialog.getByRole('button', { name: 'Proyek dermaga' }).click();
  await expect(rows(ayu, 'Proyek dermaga')).toHaveText([/engineering/, /umum/]);
});

test('a folded one says what is unread in it, and who is called', async () => {
  const { desk } = ayu;
  await desk.open('makan-siang');
  await section(ayu, 'Proyek dermaga').getByRole('button', { name: 'Hide Proyek dermaga' }).click();
  await expect(rows(ayu, 'Proyek dermaga')).toHaveCount(0);
  await bagas.desk.open('umum');
  await bagas.desk.write('Truk sudah di dermaga');
  await expect(section(ayu, 'Proyek dermaga')).toContainText('1 unread message');
  await bagas.desk.write('@here siapa bisa?');
  await expect(section(ayu, 'Proyek dermaga')).toContainText('1 for you');
  await bagas.desk.composer.pressSequentially('@Ayu Kar');
  await bagas.page.getByRole('option', { name: /Ayu Kartika/ }).waitFor();
  await bagas.desk.composer.press('Enter');
  await bagas.desk.composer.press('Enter');
  await expect(section(ayu, 'Proyek dermaga')).toContainText('2 for you');
});

test('without a network sections are made, named and ordered; the other computer has them later', async ({
  browser,
}) => {
  const { page, desk, cable } = ayu;
  cable.cut();
  await expect(desk.pill).toHaveText(/^Offline/);
  await section(ayu, 'Proyek dermaga').getByRole('button', { name: 'Show Proyek dermaga' }).click();
  await section(ayu, 'Proyek dermaga')
    .getByRole('button', { name: 'Section Proyek dermaga' })
    .click();
  await page.getByRole('menuitem', { name: 'New section' }).click();
  await page.getByRole('textbox', { name: 'Section name' }).fill('Kantor');
  await page.keyboard.press('Enter');
  await expect(section(ayu, 'Kantor')).toContainText('Drag conversations here');
  await desk.place('direksi').dragTo(section(ayu, 'Kantor'));
  await expect(rows(ayu, 'Kantor')).toHaveText([/direksi/]);
  await section(ayu, 'Kantor').getByRole('button', { name: 'Section Kantor' }).click();
  await page.getByRole('menuitem', { name: 'Move up' }).click();
  await section(ayu, 'Proyek dermaga')
    .getByRole('button', { name: 'Section Proyek dermaga' })
    .click();
  await page.getByRole('menuitem', { name: 'Rename section' }).click();
  await page.getByRole('textbox', { name: 'Section name' }).fill('Dermaga');
  await page.keyboard.press('Enter');
  await expect(section(ayu, 'Dermaga')).toBeVisible();

  const laptop = await office.freshScreen(browser);
  await laptop.page.getByLabel('Workspace address').fill(laptop.cable.address);
  await laptop.page.getByLabel('Name').fill('ayu.kartika');
  await laptop.page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await laptop.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await laptop.page.getByRole('button', { name: 'Open Nusa Mandiri' }).click();
  await expect(section(laptop, 'Proyek dermaga')).toBeVisible();
  cable.mend();
  await desk.connectNow();
  await expect(rows(laptop, 'Kantor')).toHaveText([/direksi/]);
  await expect(rows(laptop, 'Dermaga')).toHaveText([/engineering/, /umum/]);
  const names = laptop.desk.sidebar.getByRole('region');
  await expect(names.filter({ hasText: /direksi|engineering/ })).toHaveText([
    /^Kantor/,
    /^Dermaga/,
  ]);

  await laptop.page.getByRole('button', { name: 'Section Kantor' }).click();
  await laptop.page.getByRole('menuitem', { name: 'Remove section' }).click();
  await expect(section(ayu, 'Kantor')).toHaveCount(0);
  await expect(section(ayu, 'Channels').or(section(ayu, 'Unread'))).toContainText(['direksi']);
});
