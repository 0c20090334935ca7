import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/expect-accessible.ts';
import { Office } from './support/office.ts';
import type { Screen } from './support/screen.ts';

let office: Office;
let ayu: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  ayu = await office.screen(browser, 'ayu.kartika', { reducedMotion: 'reduce' });
});
test.afterAll(() => office.close());

test('a poll, and the form of a new one', async () => {
  const { page, desk } = ayu;
  await desk.readAll('gudang-surabaya');
  await desk.main.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Poll' }).click();
  const form = page.getByRole('dialog', { name: 'New poll' });
  await form.getByLabel('Question').fill('Soto?');
  await form.getByLabel('Answer 1').fill('Ya');
  await form.getByLabel('Answer 2').fill('Tidak');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Start poll' }).click();
  await desk.message('Soto?').getByRole('button', { name: 'Ya, no votes' }).click();
  await expect(desk.message('Soto?')).toContainText('1 person voted');
  await expectAccessible(page);
});

test('a task, its form and the list of tasks', async () => {
  const { page, desk } = ayu;
  await desk.readAll('gudang-surabaya');
  await desk.choose(desk.messages.last(), 'Create a task');
  const form = page.getByRole('dialog', { name: 'New task' });
  await form.getByRole('combobox', { name: 'Assigned to' }).click();
  await expect(form.getByRole('option').first()).toBeVisible();
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Create task' }).click();
  await expect(desk.messages.last().getByRole('checkbox')).toBeVisible();
  await expectAccessible(page);
  await desk.sidebar.getByRole('link', { name: /^Tasks/ }).click();
  await expectAccessible(page);
  await desk.main.getByRole('button', { name: 'Assigned by me' }).click();
  await expect(desk.main.getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page);
});

test('a checklist and its form', async () => {
  const { page, desk } = ayu;
  await desk.readAll('gudang-surabaya');
  await desk.main.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Checklist' }).click();
  const form = page.getByRole('dialog', { name: 'New checklist' });
  await form.getByLabel('Title').fill('Sebelum tutup');
  await form.getByLabel('Item 1', { exact: true }).fill('Kunci dok 3');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Send checklist' }).click();
  await desk.message('Sebelum tutup').getByRole('checkbox').click();
  await expect(desk.message('Sebelum tutup')).toContainText('1 of 1 done');
  await desk.message('Sebelum tutup').getByRole('button', { name: 'Add an item' }).click();
  await expectAccessible(page);
});
