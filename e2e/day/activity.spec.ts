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

const row = () => ayu.desk.sidebar.getByRole('link', { name: /^Activity/ });
const entries = () => ayu.desk.main.getByRole('list', { name: 'Activity' }).getByRole('listitem');
const filter = (name: string) =>
  ayu.desk.main.getByRole('group', { name: 'Show' }).getByRole('button', { name });

test('a mention and a reaction are counted, listed, and lead to where they are', async () => {
  await ayu.desk.open('umum');
  await ayu.desk.write('Laporan minggu ini sudah jadi');
  await row().click();
  await expect(row()).toHaveAccessibleName('Activity');
  await ayu.desk.open('keuangan');

  await bagas.desk.open('umum');
  await bagas.desk.react(bagas.desk.message('Laporan minggu ini sudah jadi'), 'tada');
  await expect(row()).toHaveAccessibleName(/^Activity.*1 new item/);
  await bagas.desk.composer.pressSequentially('Boleh dikirim ke direksi, @ayu');
  await bagas.page.getByRole('option', { name: /Ayu Kartika/ }).waitFor();
  await bagas.page.keyboard.press('Tab');
  await bagas.desk.composer.press('Enter');
  await expect(row()).toHaveAccessibleName(/^Activity.*2 new items/);

  await row().click();
  await expect(entries().nth(0)).toContainText('Bagas Pratama mentioned you');
  await expect(entries().nth(0)).toContainText('Boleh dikirim ke direksi');
  await expect(entries().nth(1)).toContainText('Bagas Pratama reacted with 🎉');
  await expect(entries().nth(1)).toContainText('Laporan minggu ini sudah jadi');
  await expect(entries().nth(0).getByText('New', { exact: true })).toBeVisible();
  // It was looked at; here it stays marked for as long as the list is open.
  await expect(row()).toHaveAccessibleName('Activity');
  await filter('Reactions').click();
  await expect(entries().first()).toContainText('reacted with 🎉');
  await filter('All').click();
  await entries().nth(0).getByRole('button').click();
  await ayu.desk.main.getByRole('heading', { level: 2, name: 'umum' }).waitFor();
  await expect(ayu.desk.message('Boleh dikirim ke direksi')).toBeInViewport();
});

test('without a network it is all there, and what came meanwhile comes with the line', async () => {
  await expect(ayu.desk.pill).toHaveText('Connected');
  ayu.cable.cut();
  await expect(ayu.desk.pill).toHaveText('Offline');
  await bagas.desk.react(bagas.desk.message('Laporan minggu ini sudah jadi'), 'rocket');
  await ayu.kill();
  await ayu.reopen();
  await row().click();
  await expect(entries().nth(0)).toContainText('Bagas Pratama mentioned you');
  await entries().nth(1).getByRole('button').click();
  await expect(ayu.desk.message('Laporan minggu ini sudah jadi')).toBeInViewport();

  ayu.cable.mend();
  await ayu.desk.connectNow();
  await expect(row()).toHaveAccessibleName(/^Activity.*1 new item/);
  await ayu.page.keyboard.press('Escape');
  await row().click();
  await expect(entries().first()).toContainText('Bagas Pratama reacted with 🚀');
});
