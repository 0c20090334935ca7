import { expect, test } from '@playwright/test';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';

let office: Office;
let ayu: Screen;
let bagas: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  ayu = await office.screen(browser, 'ayu.kartika');
  bagas = await office.screen(browser, 'bagas.pratama');
});
test.afterAll(() => office.close());

const TITLE = 'Sebelum gudang ditutup';
const line = (of: Screen, text: string) =>
  of.desk.message(TITLE).getByRole('checkbox', { name: text });

test('a checklist is sent, and everybody ticks its lines off', async () => {
  const { desk, page } = ayu;
  await desk.readAll('gudang-surabaya');
  await bagas.desk.readAll('gudang-surabaya');
  await desk.main.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Checklist' }).click();
  const form = page.getByRole('dialog', { name: 'New checklist' });
  await form.getByLabel('Title').fill(TITLE);
  await form.getByLabel('Item 1', { exact: true }).fill('Hitung palet');
  await form.getByLabel('Item 2', { exact: true }).fill('Kunci dok 3');
  await form.getByRole('button', { name: 'Add an item' }).click();
  await form.getByLabel('Item 3', { exact: true }).fill('Matikan lampu');
  await form.getByRole('button', { name: 'Send checklist' }).click();

  await line(bagas, 'Hitung palet').click();
  await expect(line(ayu, 'Hitung palet')).toBeChecked();
  await expect(desk.message(TITLE)).toContainText('1 of 3 done');
  await expect(desk.message(TITLE)).toContainText('Bagas Pratama');
});

test('what two tick while one has no network stays ticked by both', async () => {
  const { desk } = ayu;
  ayu.cable.cut();
  await expect(desk.pill).toHaveText(/^Offline/);
  await line(ayu, 'Kunci dok 3').click();
  await desk.message(TITLE).getByRole('button', { name: 'Add an item' }).click();
  await desk.message(TITLE).getByRole('textbox', { name: 'New item' }).fill('Titip kunci');
  await desk.message(TITLE).getByRole('textbox', { name: 'New item' }).press('Enter');
  await line(bagas, 'Matikan lampu').click();
  await bagas.desk.message(TITLE).getByRole('button', { name: 'Add an item' }).click();
  await bagas.desk.message(TITLE).getByRole('textbox', { name: 'New item' }).fill('Foto dok');
  await bagas.desk.message(TITLE).getByRole('textbox', { name: 'New item' }).press('Enter');
  await expect(line(bagas, 'Foto dok')).toBeVisible();

  ayu.cable.mend();
  await desk.comeBack();
  for (const one of [ayu, bagas]) {
    await expect(one.desk.message(TITLE)).toContainText('3 of 5 done');
    await expect(line(one, 'Kunci dok 3')).toBeChecked();
    await expect(line(one, 'Matikan lampu')).toBeChecked();
    await expect(line(one, 'Titip kunci')).not.toBeChecked();
  }
});

test('a task has a checklist of its own, which goes with it', async () => {
  const { desk, page } = bagas;
  await desk.sidebar.getByRole('link', { name: /^Tasks/ }).click();
  await desk.main.getByRole('button', { name: 'New task' }).click();
  const form = page.getByRole('dialog', { name: 'New task' });
  await form.getByLabel('What needs to be done').fill('Siapkan rapat');
  await expect(form.getByText('Only for me').first()).toBeVisible();
  await form.getByRole('button', { name: 'Create task' }).click();
  // The dialog gives the focus back as it goes, which would take it from the field of a new item.
  await expect(desk.main.getByRole('button', { name: 'New task' })).toBeFocused();
  const item = desk.main.getByRole('listitem').filter({ hasText: 'Siapkan rapat' });
  await item.getByRole('button', { name: 'Add an item' }).click();
  await item.getByRole('textbox', { name: 'New item' }).fill('Pesan ruang');
  await item.getByRole('textbox', { name: 'New item' }).press('Enter');
  await item.getByRole('checkbox', { name: 'Pesan ruang' }).click();
  await expect(item).toContainText('1 of 1 done');
  await item.getByRole('button', { name: 'Task: Siapkan rapat' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove task' }).click();
  await expect(desk.main).toContainText('You have no open tasks');
});

test('a checklist goes with its message', async () => {
  await ayu.desk.remove(ayu.desk.message(TITLE));
  await bagas.desk.open('gudang-surabaya');
  await expect(bagas.desk.list.getByRole('group', { name: 'Checklist' })).toHaveCount(0);
});
