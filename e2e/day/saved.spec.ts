import { expect, test } from '@playwright/test';
import { DEMO_PASSWORD } from '../../server/services/demo/demo-state.ts';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';

let office: Office;
let ayu: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  ayu = await office.screen(browser, 'ayu.kartika');
});
test.afterAll(() => office.close());

const TEXT = 'Tolong periksa anggaran 2027';
const view = (of: Screen) => of.desk.sidebar.getByRole('link', { name: /^Saved for later/ });
const items = (of: Screen) => of.desk.main.getByRole('listitem');

test('a message is kept for later, with a reminder, and found again', async () => {
  const { desk, page } = ayu;
  await view(ayu).click();
  await expect(desk.main).toContainText('Nothing is saved for later');
  await desk.open('gudang-surabaya');
  await desk.write(TEXT);
  await desk.message(TEXT).focus();
  await desk.message(TEXT).press('a');
  await expect(desk.message(TEXT)).toContainText('Saved for later');
  await desk.choose(desk.message(TEXT), 'Remind me');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Tomorrow/ })
    .click();
  await expect(desk.message(TEXT)).toContainText(/reminds you .*09:00/);
  await view(ayu).click();
  await expect(items(ayu)).toContainText([/#gudang-surabaya.*Tolong periksa.*Reminds you/s]);
  await desk.search('is:saved');
  await expect(desk.results).toContainText([TEXT]);
});

test('without a network it is ticked off, and the other computer hears of it later', async ({
  browser,
}) => {
  const { desk } = ayu;
  ayu.cable.cut();
  await expect(desk.pill).toHaveText(/^Offline/);
  await items(ayu).getByRole('button', { name: 'Mark as done' }).click();
  await expect(desk.main).toContainText('Nothing is saved for later');
  await desk.main.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(items(ayu)).toContainText([TEXT]);

  const laptop = await office.freshScreen(browser);
  await laptop.page.getByLabel('Workspace address').fill(laptop.cable.address);
  await laptop.page.getByLabel('Name').fill('ayu.kartika');
  await laptop.page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await laptop.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await laptop.page.getByRole('button', { name: 'Open Nusa Mandiri' }).click();
  await view(laptop).click();
  await expect(items(laptop)).toContainText([TEXT]);
  ayu.cable.mend();
  await desk.connectNow();
  await expect(items(laptop)).toHaveCount(0);
  await laptop.desk.main.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(items(laptop)).toContainText([TEXT]);
});

test('of a channel that was left nothing can be read', async () => {
  const { desk, page } = ayu;
  await page.keyboard.press('Escape');
  await desk.main.getByRole('button', { name: 'Reopen' }).click();
  await desk.open('gudang-surabaya');
  await desk.details();
  await desk.panel.getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click();
  await view(ayu).click();
  await expect(items(ayu)).toContainText(['You can no longer read this message.']);
  await expect(desk.main).not.toContainText('anggaran');
  await items(ayu).getByRole('button', { name: 'Remove from saved' }).click();
  await expect(desk.main).toContainText('Nothing is saved for later');
});
