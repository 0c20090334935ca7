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

const TEXT = 'Tolong hitung ulang stok palet di dok 3';
const view = (of: Screen) => of.desk.sidebar.getByRole('link', { name: /^Tasks/ });
const items = (of: Screen) =>
  of.desk.main.getByRole('list', { name: 'Tasks' }).getByRole('listitem');
const activity = (of: Screen) => of.desk.sidebar.getByRole('link', { name: /^Activity/ });

test('a message becomes a task, and whoever gets it is told', async () => {
  const { desk, page } = ayu;
  await desk.readAll('gudang-surabaya');
  await bagas.desk.readAll('gudang-surabaya');
  await desk.write(TEXT);
  await desk.message(TEXT).focus();
  await desk.message(TEXT).press('t');
  const form = page.getByRole('dialog', { name: 'New task' });
  await expect(form.getByLabel('What needs to be done')).toHaveValue(TEXT);
  await form.getByRole('combobox', { name: 'Assigned to' }).fill('Bagas');
  await form.getByRole('option', { name: /Bagas Pratama/ }).click();
  await fillMoment(momentField(form, 'Due (optional)'), '2020-01-02T10:00');
  await form.getByRole('button', { name: 'Create task' }).click();

  const chip = bagas.desk.message(TEXT).getByRole('group', { name: 'Task' });
  await expect(chip).toContainText('You');
  await expect(chip).toContainText('overdue since');
  await activity(bagas).click();
  await expect(bagas.desk.main).toContainText('Ayu Kartika assigned you a task');
  await expect(view(bagas)).toContainText('1');
  await view(bagas).click();
  await expect(items(bagas)).toContainText([TEXT]);
  await expect(items(bagas)).toContainText(['From Ayu Kartika']);
});

test('a title that is longer than the window is wide stays beside its box', async () => {
  const wide = bagas.page.viewportSize()!;
  await bagas.page.setViewportSize({ width: 280, height: wide.height });
  const place = async (name: string, role: 'checkbox' | 'button') =>
    (await items(bagas).getByRole(role, { name }).boundingBox())!;
  const title = await place(`Task: ${TEXT}`, 'button');
  const box = await place(`Done: ${TEXT}`, 'checkbox');
  expect(title.height).toBeGreaterThan(box.height);
  expect(title.y).toBeLessThan(box.y + box.height / 2);
  expect(title.x).toBeGreaterThanOrEqual(box.x + box.width);
  await bagas.page.setViewportSize(wide);
});

test('without a network one makes tasks, changes them and ticks them off', async () => {
  const { desk, page } = bagas;
  bagas.cable.cut();
  await expect(desk.pill).toHaveText(/^Offline/);
  await items(bagas)
    .getByRole('checkbox', { name: `Done: ${TEXT}` })
    .click();
  await expect(desk.main).toContainText('You have no open tasks');
  await desk.main.getByRole('button', { name: 'New task' }).click();
  const form = page.getByRole('dialog', { name: 'New task' });
  await form.getByLabel('What needs to be done').fill('Beli kopi');
  await expect(form.getByText('Only for me').first()).toBeVisible();
  await form.getByRole('button', { name: 'Create task' }).click();
  await expect(items(bagas)).toContainText(['Beli kopi']);
  await items(bagas).getByRole('button', { name: 'Task: Beli kopi' }).click();
  const change = page.getByRole('dialog', { name: 'Edit task' });
  await change.getByLabel('What needs to be done').fill('Beli kopi dan gula');
  await change.getByRole('button', { name: 'Save' }).click();
  await expect(items(bagas)).toContainText(['Beli kopi dan gula']);

  bagas.cable.mend();
  await desk.comeBack();
  await expect(ayu.desk.message(TEXT).getByRole('checkbox')).toBeChecked();
  await view(ayu).click();
  await ayu.desk.main.getByRole('button', { name: 'Assigned by me' }).click();
  await ayu.desk.main.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(items(ayu)).toContainText([TEXT]);
  await expect(items(ayu)).toContainText([/Done by Bagas Pratama/]);
  await expect(ayu.desk.main).not.toContainText('Beli kopi');
});

test('a channel has its own list, and a task goes with its message', async () => {
  const { desk } = ayu;
  await desk.main.getByRole('button', { name: 'Open', exact: true }).click();
  await desk.main.getByRole('button', { name: 'In a channel' }).click();
  await expect(desk.main).toContainText('No open tasks here');
  await desk.main.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(items(ayu)).toContainText([TEXT]);
  await items(ayu)
    .getByRole('link', { name: /^Go to the message/ })
    .click();
  await expect(desk.message(TEXT)).toBeInViewport();
  await desk.remove(desk.message(TEXT));
  await view(ayu).click();
  await desk.main.getByRole('button', { name: 'Assigned by me' }).click();
  await desk.main.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(desk.main).toContainText('Nothing done yet');
});
