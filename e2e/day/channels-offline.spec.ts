import { expect, test } from '@playwright/test';
import { Office } from '../support/office.ts';

let office: Office;
test.beforeEach(async () => {
  office = await Office.open();
});
test.afterEach(() => office.close());

test('a channel is described, renamed and archived without a network, and all of it arrives in order', async ({
  browser,
}) => {
  const [hendra, ayu] = await Promise.all([
    office.screen(browser, 'hendra.wijaya'),
    office.screen(browser, 'ayu.kartika'),
  ]);
  await ayu.desk.open('penjualan');
  const { desk, page } = hendra;
  await desk.open('penjualan');
  await expect(desk.pill).toHaveText('Connected');
  hendra.cable.cut();
  await expect(desk.pill).toHaveText('Offline');

  await desk.details();
  await desk.panel.getByRole('button', { name: 'Edit the topic' }).click();
  const topic = page.getByRole('dialog', { name: 'Edit the topic' });
  await topic.getByRole('textbox', { name: 'Topic' }).fill('Ditulis di pesawat');
  await topic.getByRole('button', { name: 'Save' }).click();
  await expect(desk.message('changed the topic: Ditulis di pesawat')).toBeVisible();
  await desk.panel.getByRole('button', { name: 'Rename' }).click();
  const rename = page.getByRole('dialog', { name: 'Rename #penjualan' });
  await rename.getByRole('textbox', { name: 'Name' }).fill('penjualan-2027');
  await rename.getByRole('button', { name: 'Rename' }).click();
  await expect(desk.place('penjualan-2027')).toBeVisible();
  await desk.panel.getByRole('button', { name: 'Archive' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Archive' }).click();
  await expect(desk.main.getByText('This channel is archived.')).toBeVisible();
  await expect(desk.pill).toHaveText('Offline3 waiting');

  hendra.cable.mend();
  await desk.connectNow();
  await expect(desk.outbox.getByRole('heading')).toHaveText('Nothing is waiting');
  await ayu.desk.main.getByRole('heading', { level: 2, name: 'penjualan-2027' }).waitFor();
  for (const event of [
    'changed the topic: Ditulis di pesawat',
    'renamed the channel to #penjualan-2027',
    'archived the channel',
  ]) {
    await expect(ayu.desk.message(event)).toHaveCount(1);
  }
  await expect(ayu.desk.main.getByText('This channel is archived.')).toBeVisible();
});

test('a channel is left and another joined without a network', async ({ browser }) => {
  const [ayu, bagas] = await Promise.all([
    office.screen(browser, 'ayu.kartika'),
    office.screen(browser, 'bagas.pratama'),
  ]);
  const { desk, page } = bagas;
  await desk.open('k3-keselamatan');
  await desk.details();
  await expect(desk.pill).toHaveText('Connected');
  bagas.cable.cut();
  await expect(desk.pill).toHaveText('Offline');
  await desk.panel.getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click();
  await expect(desk.place('k3-keselamatan')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+l');
  await desk.main.getByRole('searchbox', { name: 'Find a channel' }).fill('penjualan');
  const row = desk.main.getByRole('listitem').filter({ hasText: 'penjualan' });
  await row.getByRole('button', { name: 'Join' }).click();
  await expect(desk.place('penjualan')).toBeVisible();

  bagas.cable.mend();
  await desk.connectNow();
  await expect(desk.outbox.getByRole('heading')).toHaveText('Nothing is waiting');
  await ayu.desk.open('k3-keselamatan');
  await expect(ayu.desk.message('Bagas Pratama left')).toHaveCount(1);
  await ayu.desk.open('penjualan');
  await expect(ayu.desk.message('Bagas Pratama joined')).toHaveCount(1);
});

test('somebody is invited without a network, and is in once it is back', async ({ browser }) => {
  const [hendra, bagas] = await Promise.all([
    office.screen(browser, 'hendra.wijaya'),
    office.screen(browser, 'bagas.pratama'),
  ]);
  const { desk, page } = hendra;
  await expect(bagas.desk.place('penjualan')).toHaveCount(0);
  await desk.open('penjualan');
  await expect(desk.pill).toHaveText('Connected');
  hendra.cable.cut();
  await expect(desk.pill).toHaveText('Offline');
  await desk.details();
  await expect(desk.panel.getByRole('heading', { name: '11 members' })).toBeVisible();
  await desk.panel.getByRole('button', { name: 'Add people' }).click();
  const dialog = page.getByRole('dialog', { name: /^Add people to / });
  await dialog.getByRole('combobox', { name: 'People' }).fill('Bagas');
  await dialog.getByRole('option', { name: /^Bagas Pratama/ }).click();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await expect(desk.panel.getByRole('heading', { name: '12 members' })).toBeVisible();
  await desk.write('Selamat datang, Bagas');

  hendra.cable.mend();
  await desk.connectNow();
  await expect(desk.outbox.getByRole('heading')).toHaveText('Nothing is waiting');
  await bagas.desk.open('penjualan');
  await expect(bagas.desk.message('Selamat datang, Bagas')).toHaveCount(1);
});
