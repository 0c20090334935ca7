import { expect, test } from '@playwright/test';
import { DEMO_PASSWORD } from '../../server/services/demo/demo-state.ts';
import { Office } from '../support/office.ts';

let office: Office;
test.beforeEach(async () => {
  office = await Office.open();
});
test.afterEach(() => office.close());

test('what was written offline into a channel that one was taken out of is kept, with its ways on', async ({
  browser,
}) => {
  const [hendra, ayu] = await Promise.all([
    office.screen(browser, 'hendra.wijaya'),
    office.screen(browser, 'ayu.kartika', { permissions: ['clipboard-read', 'clipboard-write'] }),
  ]);
  await ayu.desk.open('direksi');
  ayu.cable.cut();
  await expect(ayu.desk.pill).toHaveText('Offline');
  await ayu.desk.write('Angka kuartal tiga');
  await ayu.desk.write('Dan kuartal empat');
  await ayu.desk.write('Ini tidak perlu');

  await hendra.desk.open('direksi');
  await hendra.desk.main.getByRole('button', { name: /^Members/ }).click();
  const member = hendra.desk.panel.getByRole('listitem').filter({ hasText: 'Ayu Kartika' });
  await member.getByRole('button', { name: 'Remove from the channel' }).click();
  await hendra.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(hendra.desk.message('Hendra Wijaya removed Ayu Kartika')).toBeVisible();

  ayu.cable.mend();
  await ayu.desk.connectNow();
  const items = ayu.desk.outbox.getByRole('listitem');
  await expect(items.filter({ hasText: 'You are no longer a member.' })).toHaveCount(3);
  await expect(ayu.desk.main).toContainText('This conversation is not here');

  await items.filter({ hasText: 'Ini tidak perlu' }).getByText('Discard').click();
  await ayu.page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
  await expect(items).toHaveCount(2);
  await items.filter({ hasText: 'Dan kuartal empat' }).getByText('Copy text').click();
  await expect(ayu.page.getByText('Copied.')).toBeVisible();
  expect(await ayu.page.evaluate(() => navigator.clipboard.readText())).toBe('Dan kuartal empat');

  await test.step('once back in the channel, it is sent after all', async () => {
    await hendra.desk.panel.getByRole('button', { name: 'Add people' }).click();
    const dialog = hendra.page.getByRole('dialog', { name: /^Add people/ });
    await dialog.getByRole('combobox', { name: 'People' }).fill('Ayu');
    await dialog.getByRole('option', { name: /^Ayu Kartika/ }).click();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(ayu.desk.place('direksi')).toBeAttached();
    await items.filter({ hasText: 'Angka kuartal tiga' }).getByText('Retry').click();
    await expect(hendra.desk.message('Angka kuartal tiga')).toBeVisible();
    await expect(items).toHaveCount(1);
  });
});

test('two changes of one message: the later one is asked about', async ({ browser }) => {
  const [desktop, home] = await Promise.all([
    office.screen(browser, 'ayu.kartika'),
    office.freshScreen(browser),
  ]);
  await home.page.getByLabel('Workspace address').fill(home.cable.address);
  await home.page.getByLabel('Name').fill('ayu.kartika');
  await home.page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await home.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await home.page.getByRole('button', { name: 'Open Nusa Mandiri' }).click();

  await desktop.desk.open('umum');
  await desktop.desk.write('Rapat jam sembilan');
  await home.desk.open('umum');
  await home.desk.message('jam sembilan').waitFor();
  home.cable.cut();
  await expect(home.desk.pill).toHaveText('Offline');
  await home.desk.edit(home.desk.message('jam sembilan'), 'Rapat jam sebelas');
  await desktop.desk.edit(desktop.desk.message('jam sembilan'), 'Rapat jam sepuluh');
  await expect(desktop.desk.messages.last()).toContainText('Rapat jam sepuluh (edited)');
  await expect(desktop.desk.pill).toHaveText('Connected');
  home.cable.mend();
  await home.desk.connectNow();
  await expect(home.desk.outbox.getByRole('listitem')).toContainText('Refused');
  await home.page.keyboard.press('Escape');

  const conflict = home.desk.messages.last().getByRole('group', { name: 'Not changed.' });
  await expect(conflict).toContainText('Current textRapat jam sepuluh');
  await expect(conflict).toContainText('Your textRapat jam sebelas');
  await conflict.getByRole('button', { name: 'Keep mine' }).click();
  await expect(desktop.desk.messages.last()).toContainText('Rapat jam sebelas (edited)');
  await expect(conflict).toBeHidden();
});

test('what was written offline into a channel that was closed stands where it was written', async ({
  browser,
}) => {
  const [hendra, ayu] = await Promise.all([
    office.screen(browser, 'hendra.wijaya'),
    office.screen(browser, 'ayu.kartika'),
  ]);
  await ayu.desk.open('penjualan');
  ayu.cable.cut();
  await expect(ayu.desk.pill).toHaveText('Offline');
  await ayu.desk.write('Penawaran terakhir');
  await hendra.desk.open('penjualan');
  await hendra.desk.details();
  await hendra.desk.panel.getByRole('button', { name: 'Archive' }).click();
  await hendra.page.getByRole('alertdialog').getByRole('button', { name: 'Archive' }).click();
  await expect(hendra.desk.message('Hendra Wijaya archived the channel')).toBeVisible();

  ayu.cable.mend();
  await ayu.desk.connectNow();
  await expect(ayu.desk.outbox.getByRole('listitem')).toContainText('has been archived');
  await ayu.page.keyboard.press('Escape');
  await expect(ayu.desk.pill).toHaveText('Connected1 not sent');
  const refused = ayu.desk.message('Penawaran terakhir').getByRole('group', { name: 'Not sent.' });
  await expect(refused).toContainText('The channel has been archived.');
  // There is no field to take it back into.
  await expect(refused.getByRole('button')).toHaveText(['Retry', 'Copy text', 'Discard']);

  await hendra.desk.main.getByRole('button', { name: 'Unarchive' }).click();
  await expect(ayu.desk.composer).toBeVisible();
  await refused.getByRole('button', { name: 'Edit' }).click();
  await expect(ayu.desk.composer).toHaveValue('Penawaran terakhir');
  await expect(refused).toBeHidden();
  await ayu.desk.composer.fill('Penawaran terakhir, sampai Jumat');
  await ayu.desk.composer.press('Enter');
  await expect(hendra.desk.messages.last()).toContainText('sampai Jumat');
});
