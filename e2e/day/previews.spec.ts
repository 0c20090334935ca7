import { expect, test } from '@playwright/test';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';

let office: Office;
let ayu: Screen;
let bagas: Screen;
test.beforeAll(async ({ browser }) => {
  const relayArgs = ['--link-previews', 'true'];
  office = await Office.open({ relayProgram: 'e2e/support/relay-with-pages.ts', relayArgs });
  ayu = await office.screen(browser, 'ayu.kartika');
  bagas = await office.screen(browser, 'bagas.pratama');
});
test.afterAll(() => office.close());

const PAGE = 'https://warta.id/harga';
const card = (screen: Screen, text: string) =>
  screen.desk.message(text).getByRole('link', { name: /Harga beras pekan ini/ });

/** The page's picture is drawn, as the relay made it. */
async function pictured(screen: Screen, text: string): Promise<void> {
  const picture = card(screen, text).getByRole('img', { name: 'Sawah di kaki gunung' });
  const width = () => picture.evaluate((img: HTMLImageElement) => img.naturalWidth);
  await expect.poll(width).toBe(320);
}

test('the relay asks a linked page once for everybody, and the preview is there without a network', async () => {
  const asked: string[] = [];
  bagas.page.on('request', (request) => asked.push(request.url()));
  await ayu.desk.open('gudang-surabaya');
  await bagas.desk.open('gudang-surabaya');
  await ayu.desk.write(`Baca ${PAGE} sebelum rapat`, 'sebelum rapat');
  for (const screen of [ayu, bagas]) {
    await expect(card(screen, 'sebelum rapat')).toContainText('Warta Pasar · warta.id');
    await expect(card(screen, 'sebelum rapat')).toContainText('Dibaca 1 kali.');
    await pictured(screen, 'sebelum rapat');
  }
  const remove = bagas.desk
    .message('sebelum rapat')
    .getByRole('button', { name: 'Remove preview' });
  await expect(remove).toHaveCount(0);
  // No client goes there by itself.
  expect(asked.filter((url) => !new URL(url).hostname.startsWith('127.'))).toEqual([]);

  ayu.cable.cut();
  await ayu.kill();
  await ayu.reopen();
  await ayu.desk.open('gudang-surabaya');
  await expect(card(ayu, 'sebelum rapat')).toBeVisible();
  await pictured(ayu, 'sebelum rapat');
});

test('its picture is no file that anybody attached', async () => {
  const { desk } = bagas;
  await desk.details();
  await desk.panel.getByRole('button', { name: 'Files' }).click();
  await expect(desk.panel).toContainText('No files yet');
});

test('its author takes it away without a network, and it goes for everybody; the link stays', async () => {
  const { desk, page } = ayu;
  await expect(desk.pill).toHaveText(/^Offline/);
  const message = desk.message('sebelum rapat');
  await message.focus();
  const remove = message.getByRole('button', { name: 'Remove preview' });
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(remove).toBeFocused({ timeout: 200 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(card(ayu, 'sebelum rapat')).toHaveCount(0);
  await expect(card(bagas, 'sebelum rapat')).toBeVisible();
  ayu.cable.mend();
  await desk.comeBack();
  await expect(card(bagas, 'sebelum rapat')).toHaveCount(0);
  await expect(bagas.desk.message('sebelum rapat').getByRole('link', { name: PAGE })).toBeVisible();
});

test('a picture that did not come is asked for again when the line is back', async () => {
  const { desk, cable, page } = bagas;
  const pictures = '**/file/**';
  await page.route(pictures, (route) => route.abort());
  await ayu.desk.write(`Baca ${PAGE} sesudah makan`, 'sesudah makan');
  await pictured(ayu, 'sesudah makan');
  await expect(card(bagas, 'sesudah makan')).toBeVisible();
  await expect(card(bagas, 'sesudah makan').getByRole('img')).toHaveCount(0);
  cable.cut();
  await expect(desk.pill).toHaveText(/^Offline/);
  await page.unroute(pictures);
  await expect(card(bagas, 'sesudah makan').getByRole('img')).toHaveCount(0);
  cable.mend();
  await desk.comeBack();
  await pictured(bagas, 'sesudah makan');
});

test('where the company does not want it, no page is asked', async ({ browser }) => {
  const hendra = await office.screen(browser, 'hendra.wijaya');
  await hendra.page.getByRole('button', { name: 'Administration' }).click();
  const policy = hendra.desk.main.getByRole('switch', { name: /^Link previews/ });
  await policy.press('Space');
  await expect(policy).not.toBeChecked();
  await expect(hendra.page.getByText('Saved.')).toBeVisible();
  await bagas.desk.write(`Tanpa pratinjau: ${PAGE}`, 'Tanpa pratinjau');
  await policy.press('Space');
  await expect(policy).toBeChecked();
  await expect(async () => {
    await bagas.desk.write(`Dengan pratinjau: ${PAGE}`, 'Dengan pratinjau');
    await expect(card(bagas, 'Dengan pratinjau').last()).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(card(bagas, 'Tanpa pratinjau')).toHaveCount(0);
});
