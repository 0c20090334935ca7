import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test, type Locator } from '@playwright/test';
import { Office } from '../support/office.ts';
import { aDocument, aPicture, forbidden } from '../support/some-files.ts';
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

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What somebody gets who saves it. */
async function saved(screen: Screen, link: Locator): Promise<string> {
  const [download] = await Promise.all([screen.page.waitForEvent('download'), link.click()]);
  return sha256(readFileSync(await download.path()));
}

test('a picture and a document, attached without a network, arrive whole and once after a kill', async () => {
  const [picture, document] = [aPicture(640, 400), aDocument(300_000)];
  await ayu.desk.open('engineering');
  await bagas.desk.open('engineering');
  ayu.cable.cut();
  await ayu.desk.attach([
    { name: 'gudang 3.png', mimeType: 'image/png', buffer: picture },
    { name: 'surat jalan.pdf', mimeType: 'application/pdf', buffer: document },
  ]);
  await expect(ayu.desk.tray).toHaveCount(2);
  await expect(ayu.desk.tray.getByText(/Uploads when connected/)).toHaveCount(2);

  // What is attached is part of the draft: it is there again at the next start.
  await ayu.kill();
  await ayu.reopen();
  await ayu.desk.open('engineering');
  await expect(ayu.desk.tray).toHaveCount(2);
  await ayu.desk.composer.fill('Foto dan surat jalan truk B 9123');
  await ayu.desk.composer.press('Enter');
  await expect(ayu.desk.tray).toHaveCount(0);
  const mine = ayu.desk.message('surat jalan truk B 9123');
  const shown = mine.getByRole('img', { name: 'Picture gudang 3.png' });
  await expect(shown).toBeVisible();
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(640);
  await expect(mine.getByText('Uploads when connected').first()).toBeVisible();
  await ayu.kill();

  ayu.cable.mend();
  await ayu.reopen();
  const his = bagas.desk.message('surat jalan truk B 9123');
  await expect(his).toHaveCount(1);
  await expect(his.getByRole('button', { name: 'Open gudang 3.png' })).toBeVisible();
  expect(await saved(bagas, his.getByRole('link', { name: 'Download surat jalan.pdf' }))).toBe(
    sha256(document),
  );

  // The relay has drawn its first page.
  const page = his.getByRole('img', { name: 'Picture surat jalan.pdf' });
  await expect.poll(() => page.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(600);

  await his.getByRole('button', { name: 'Open gudang 3.png' }).click();
  const gallery = bagas.page.getByRole('dialog', { name: 'Pictures' });
  await expect(gallery.getByRole('img', { name: 'gudang 3.png' })).toBeVisible();
  expect(await saved(bagas, gallery.getByRole('link', { name: /^Download/ }))).toBe(
    sha256(picture),
  );
  await bagas.page.keyboard.press('Escape');
  await expect(gallery).toHaveCount(0);
  await expect(his.getByRole('button', { name: 'Open gudang 3.png' })).toBeFocused();
});

test('one Enter sends words and files, also while the files are still being taken in', async () => {
  await ayu.desk.open('engineering');
  await ayu.desk.composer.fill('Surat jalan tiga truk');
  const documents = ['B 9123', 'L 8841', 'W 1502'].map((plate) => ({
    ...{ name: `${plate}.pdf`, mimeType: 'application/pdf', buffer: aDocument(4_000_000) },
  }));
  await ayu.desk.attach(documents);
  await ayu.desk.composer.press('Enter');
  const mine = ayu.desk.message('Surat jalan tiga truk');
  await expect(mine.getByRole('link', { name: /^Download .*pdf$/ })).toHaveCount(3);
  await expect(ayu.desk.composer).toHaveText('');
  await expect(ayu.desk.tray).toHaveCount(0);
});

test('what the company does not allow is told at once, and nothing else is lost', async () => {
  await ayu.desk.open('engineering');
  await ayu.desk.composer.fill('Pemasang printer');
  await ayu.desk.attach([
    forbidden,
    { name: 'petunjuk.txt', mimeType: 'text/plain', buffer: Buffer.from('Sambungkan kabel.\n') },
  ]);
  const why = ayu.desk.main.getByRole('alert').filter({ hasText: 'printer.exe' });
  await expect(why).toContainText('does not allow files of this type');
  await expect(ayu.desk.tray).toHaveCount(1);
  await why.getByRole('button', { name: 'Close' }).click();
  await ayu.desk.composer.press('Enter');
  const his = bagas.desk.message('Pemasang printer');
  await expect(his.getByRole('group', { name: 'petunjuk.txt' })).toContainText('Sambungkan kabel.');
});
