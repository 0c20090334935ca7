import { expect, test } from '@playwright/test';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';
import { fillMoment, momentField } from '../support/moment.ts';

let office: Office;
let ayu: Screen;
let bagas: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  ayu = await office.screen(browser, 'ayu.kartika');
  bagas = await office.screen(browser, 'bagas.pratama');
});
test.afterAll(() => office.close());

const CHANNEL = 'k3-keselamatan';
const scheduled = () => ayu.desk.sidebar.getByRole('link', { name: /^Scheduled/ });
const items = () => ayu.desk.main.getByRole('list', { name: 'Scheduled' }).getByRole('listitem');

/** Writes something and chooses when it goes out. */
async function sendLater(text: string, choice: string | RegExp): Promise<void> {
  await ayu.desk.composer.fill(text);
  await ayu.desk.main.getByRole('button', { name: 'Send later' }).click();
  await ayu.page.getByRole('menuitem', { name: choice }).click();
}

test('what goes out later is told of, changed, moved, sent now and taken back', async () => {
  const { main } = ayu.desk;
  await ayu.desk.open(CHANNEL);
  await bagas.desk.open(CHANNEL);
  await expect(scheduled()).toBeHidden();
  await expect(main.getByRole('button', { name: 'Send later' })).toBeDisabled();
  await sendLater('Besok simulasi evakuasi', 'Tomorrow, 09:00');
  await expect(ayu.desk.composer).toHaveValue('');
  await expect(main.getByRole('link', { name: /^1 message scheduled for .*09:00/ })).toBeVisible();
  await expect(scheduled()).toHaveAccessibleName(/1 scheduled message/);
  await expect(ayu.desk.message('Besok simulasi evakuasi')).toBeHidden();

  await main.getByRole('link', { name: /^1 message scheduled/ }).click();
  const item = items().filter({ hasText: 'simulasi evakuasi' });
  await item.getByRole('button', { name: 'Edit' }).click();
  const field = item.getByRole('textbox', { name: 'Edit the message' });
  await field.fill('Besok jam 10 simulasi evakuasi');
  await field.press('Enter');
  await expect(item).toContainText('Besok jam 10 simulasi evakuasi');

  await item.getByRole('button', { name: 'Change the time' }).click();
  const dialog = ayu.page.getByRole('dialog', { name: 'Change the time' });
  await fillMoment(momentField(dialog, 'Day'), '2020-01-01');
  await expect(dialog).toContainText('This time has passed');
  await expect(dialog.getByRole('button', { name: 'Schedule', exact: true })).toBeDisabled();
  await fillMoment(momentField(dialog, 'Day'), '2096-01-02');
  await fillMoment(momentField(dialog, 'Time'), '10:30');
  await dialog.getByRole('button', { name: /^Schedule for .*10:30/ }).click();
  await expect(item).toContainText('10:30');

  await item.getByRole('button', { name: 'Send now' }).click();
  await expect(item).toBeHidden();
  await expect(main.getByText('No scheduled messages')).toBeVisible();
  await expect(bagas.desk.message('Besok jam 10 simulasi evakuasi')).toBeVisible();

  await ayu.desk.open(CHANNEL);
  await sendLater('Batal saja', /^Monday/);
  await scheduled().click();
  await items().getByRole('button', { name: 'Delete' }).click();
  const question = ayu.page.getByRole('dialog', { name: 'Delete this message?' });
  const alert = ayu.page.getByRole('alertdialog', { name: 'Delete this message?' });
  await question.or(alert).getByRole('button', { name: 'Delete' }).click();
  await expect(items()).toHaveCount(0);
});

test('without a line it waits here, and what is late by then goes out with the line', async () => {
  await ayu.desk.open(CHANNEL);
  ayu.cable.cut();
  await expect(ayu.desk.pill).not.toContainText('Connected');
  await sendLater('Rapat K3 hari Senin', /^Monday/);
  await sendLater('Laporan dari lapangan', /^Tomorrow/);
  await scheduled().click();
  const late = items().filter({ hasText: 'Laporan dari lapangan' });
  await expect(late).toContainText('only on this computer');
  // As if the line came back only after its time.
  await late.getByRole('button', { name: 'Send now' }).click();
  await expect(late).toBeHidden();
  await expect(bagas.desk.message('Laporan dari lapangan')).toBeHidden();

  ayu.cable.mend();
  await ayu.desk.connectNow();
  await ayu.page.keyboard.press('Escape');
  await expect(bagas.desk.message('Laporan dari lapangan')).toBeVisible();
  await expect(bagas.desk.message('Rapat K3 hari Senin')).toBeHidden();
  await expect(items()).toHaveCount(1);
  await expect(items()).not.toContainText('only on this computer');
});

test('to somebody who is off it goes when their day starts', async () => {
  await bagas.page.goto(`${bagas.page.url().split('#')[0]}#/settings`);
  const pause = bagas.page.getByRole('region', { name: 'Pause' });
  await pause.getByRole('button', { name: '1 hour', exact: true }).click();
  await ayu.desk.sidebar.getByRole('link', { name: /^Bagas Pratama/ }).click();
  const { main } = ayu.desk;
  const button = main.getByRole('button', { name: /^Send later: / });
  await expect(button).toBeVisible();
  await ayu.desk.composer.fill('Kalau sudah luang, cek stok');
  await ayu.desk.composer.press('Enter');
  await expect(main.getByRole('link', { name: /^1 message scheduled/ })).toBeVisible();
  await expect(ayu.desk.message('Kalau sudah luang')).toBeHidden();
  // The pause ends earlier: who wrote may see it and send it now.
  await main.getByRole('link', { name: /^1 message scheduled/ }).click();
  const item = items().filter({ hasText: 'Kalau sudah luang' });
  await expect(item).toContainText('when their day starts');
  await pause.getByRole('button', { name: 'Resume notifications' }).click();
  await item.getByRole('button', { name: 'Send now' }).click();
  await bagas.desk.sidebar.getByRole('link', { name: /^Ayu Kartika/ }).click();
  await expect(bagas.desk.message('Kalau sudah luang, cek stok')).toBeVisible();
});
