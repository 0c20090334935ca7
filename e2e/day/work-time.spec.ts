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

/** Bagas' place in Ayu's sidebar. */
const hisPlace = () => ayu.desk.sidebar.getByRole('link', { name: /^Bagas Pratama/ });

test('a pause is seen by colleagues, and ends', async () => {
  await expect(hisPlace()).not.toHaveAccessibleName(/, Off/);
  await bagas.page.goto(`${bagas.page.url().split('#')[0]}#/settings`);
  const pause = bagas.page.getByRole('region', { name: 'Pause' });
  await pause.getByRole('button', { name: '1 hour', exact: true }).click();
  await expect(pause).toContainText('Notifications are paused until');
  await expect(hisPlace()).toHaveAccessibleName(/, Off/);
  await hisPlace().click();
  await expect(ayu.desk.main.getByText(/Paused until/)).toBeVisible();
  await pause.getByRole('button', { name: 'Resume notifications' }).click();
  await expect(hisPlace()).not.toHaveAccessibleName(/, Off/);
});

test('the own menu pauses and resumes, also offline', async () => {
  const menu = bagas.page.getByRole('button', { name: 'Bagas Pratama: status and profile' });
  bagas.cable.cut();
  await expect(bagas.desk.pill).toContainText('Offline');
  await menu.click();
  await bagas.page.getByRole('menuitem', { name: 'Pause notifications for 1 hour' }).click();
  await expect(bagas.page.getByText('Notifications are paused for 1 hour.')).toBeVisible();
  bagas.cable.mend();
  await expect(hisPlace()).toHaveAccessibleName(/, Off/);
  await menu.click();
  await bagas.page.getByRole('menuitem', { name: 'Resume paused notifications' }).click();
  await expect(hisPlace()).not.toHaveAccessibleName(/, Off/);
});

test('who writes to somebody who is off is told so before, and may say that it is urgent', async () => {
  await bagas.page.goto(`${bagas.page.url().split('#')[0]}#/settings`);
  const pause = bagas.page.getByRole('region', { name: 'Pause' });
  await pause.getByRole('button', { name: '1 hour', exact: true }).click();
  await hisPlace().click();
  const { main } = ayu.desk;
  // The company's way, where nobody chooses: when the pause is over.
  await expect(
    main.getByText(/Bagas Pratama has paused notifications until .*Your message is sent then/),
  ).toBeVisible();
  await expect(main.getByRole('button', { name: /^Send later: / })).toBeVisible();
  await main.getByRole('button', { name: 'Now, quietly' }).click();
  await expect(main.getByText(/without notifying anyone/)).toBeVisible();
  await ayu.desk.write('Besok pagi saja');

  await ayu.desk.composer.fill('Atap gudang bocor');
  await main.getByRole('button', { name: 'Urgent', exact: true }).click();
  const reason = main.getByRole('textbox', { name: 'Why is it urgent?' });
  await expect(reason).toBeFocused();
  await expect(reason).toHaveAttribute('aria-required', 'true');
  // Without a reason it does not go, and is asked for it.
  await ayu.desk.composer.press('Enter');
  await expect(reason).toBeFocused();
  await expect(main.getByText('An urgent message needs a reason.')).toBeVisible();
  await main.getByRole('button', { name: 'Send as urgent' }).click();
  await expect(reason).toBeFocused();
  await expect(ayu.desk.composer).toHaveText('Atap gudang bocor');
  await reason.fill('Air masuk ke palet');
  await reason.press('Enter');
  await expect(ayu.desk.messages.last()).toContainText('Urgent: Air masuk ke palet');
  await bagas.page.goBack();
  await bagas.desk.sidebar.getByRole('link', { name: /^Ayu Kartika/ }).click();
  await expect(bagas.desk.message('Atap gudang bocor')).toContainText('Urgent: Air masuk ke palet');
  await expect(bagas.desk.message('Besok pagi saja')).not.toContainText('Urgent');
});

test('a mention of somebody who is off is told before it is sent', async () => {
  await ayu.desk.open('k3-keselamatan');
  const told = ayu.desk.main.getByText(/Bagas Pratama has paused notifications until/);
  await expect(told).toBeHidden();
  await ayu.desk.composer.pressSequentially('Tolong cek, @bag');
  await ayu.page.getByRole('option', { name: /Bagas Pratama/ }).waitFor();
  await ayu.page.keyboard.press('Tab');
  await expect(told).toBeVisible();
  await ayu.desk.composer.fill('');
  await expect(told).toBeHidden();
});

test('the company decides what comes first, and sees how often it was urgent', async ({
  browser,
}) => {
  const hendra = await office.screen(browser, 'hendra.wijaya');
  await hendra.page.getByRole('button', { name: 'Administration' }).click();
  const urgent = hendra.desk.main.getByRole('region', { name: 'Urgent messages' });
  await expect(urgent.getByRole('list', { name: 'Latest reasons' })).toContainText(
    'Air masuk ke palet',
  );
  await expect(urgent).not.toContainText('Atap gudang bocor');
  await hisPlace().click();
  await expect(ayu.desk.main.getByRole('button', { name: /^Send later: / })).toBeVisible();
  await hendra.desk.main.getByText('Send now, without notifying anyone').click();
  await expect(ayu.desk.main.getByRole('button', { name: 'Send quietly' })).toBeVisible();
});
