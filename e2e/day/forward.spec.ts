import { expect, test } from '@playwright/test';
import { Office } from '../support/office.ts';
import { aPicture } from '../support/some-files.ts';
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

test('a message is handed on by the keys, without a network, and its reader goes to where it was said', async () => {
  const { desk, page } = ayu;
  await desk.open('gudang-surabaya');
  await bagas.desk.open('engineering');
  ayu.cable.cut();
  await expect(desk.pill).toHaveText(/^Offline/);
  const said = desk.message('tolong siapkan dua orang').first();
  // Whoever goes by keys has the focus on the message itself.
  await page.keyboard.press('Tab');
  await said.focus();
  await said.press('f');
  const dialog = page.getByRole('dialog', { name: 'Forward this message' });
  await expect(dialog.getByRole('combobox', { name: 'To' })).toBeFocused();
  await page.keyboard.type('engin');
  await expect(dialog.getByRole('option', { name: 'engineering' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await dialog.getByRole('textbox', { name: /^Add a message/ }).fill('Untuk jadwal kita');
  await dialog.getByRole('button', { name: 'Forward', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Go there' }).click();
  const waiting = desk.message('Untuk jadwal kita');
  await expect(waiting).toContainText('Forwarded from #gudang-surabaya');
  await expect(waiting).toContainText('tolong siapkan dua orang');

  ayu.cable.mend();
  await desk.connectNow();
  const his = bagas.desk.message('Untuk jadwal kita');
  await expect(his).toHaveCount(1);
  await expect(his).toContainText('Forwarded from #gudang-surabaya');
  await expect(his).toContainText('Rahmat Hidayat');
  await his.getByRole('link', { name: 'Open the original' }).click();
  await expect(bagas.page).toHaveURL(/\/m\//);
  await expect(bagas.desk.message('tolong siapkan dua orang').first()).toBeInViewport();
});

test('its files go along, and who is not in that place is told neither its name nor a way there', async () => {
  const { desk, page } = ayu;
  await page.keyboard.press('Escape');
  await desk.open('direksi');
  await desk.attach([{ name: 'rencana.png', mimeType: 'image/png', buffer: aPicture(640, 400) }]);
  await expect(desk.tray).toHaveCount(1);
  await desk.composer.fill('Rencana gudang baru');
  await desk.composer.press('Enter');
  const plan = desk.message('Rencana gudang baru');
  await expect(plan.getByRole('button', { name: 'Open rencana.png' })).toBeVisible();
  await desk.choose(plan, 'Forward');
  const dialog = page.getByRole('dialog', { name: 'Forward this message' });
  const handed = dialog.getByRole('blockquote', { name: 'What is forwarded' });
  await expect(handed).toContainText('Rencana gudang baru');
  await expect(handed.getByRole('list', { name: 'Attached files' })).toContainText('rencana.png');
  const forward = dialog.getByRole('button', { name: 'Forward', exact: true });
  await expect(forward).toBeDisabled();
  await dialog.getByRole('combobox', { name: 'To' }).fill('Bagas');
  await dialog.getByRole('option', { name: /^Bagas Pratama/ }).click();
  await forward.click();

  await bagas.desk.sidebar.getByRole('link', { name: /^Ayu Kartika/ }).click();
  const his = bagas.desk.message('Rencana gudang baru');
  await expect(his).toContainText('Forwarded from a conversation');
  await expect(his).not.toContainText('direksi');
  await expect(his.getByRole('link', { name: 'Open the original' })).toHaveCount(0);
  await expect(his.getByRole('button', { name: 'Open rencana.png' })).toBeVisible();
});

test('what itself hands on is shown, with who said it, before it goes on', async () => {
  const { desk, page } = ayu;
  await desk.open('engineering');
  await desk.choose(desk.message('Untuk jadwal kita').first(), 'Forward');
  const dialog = page.getByRole('dialog', { name: 'Forward this message' });
  const handed = dialog.getByRole('blockquote', { name: 'What is forwarded' });
  await expect(handed).toContainText('Untuk jadwal kita');
  await expect(handed).toContainText('@Rahmat Hidayat:');
  await expect(handed).toContainText('tolong siapkan dua orang');
  await page.keyboard.press('Escape');
});
