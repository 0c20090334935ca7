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

const TEXT = 'Nomor darurat gudang: 031 555 0199';

test('what is pinned is marked and listed for everybody in the channel', async () => {
  await ayu.desk.open('gudang-surabaya');
  await bagas.desk.open('gudang-surabaya');
  await ayu.desk.main.getByRole('button', { name: 'Pinned messages' }).click();
  await expect(ayu.desk.panel).toContainText('Nothing is pinned here yet');

  await bagas.desk.write(TEXT);
  await ayu.desk.choose(ayu.desk.message(TEXT), 'Pin to this conversation');
  await expect(ayu.desk.panel.getByRole('listitem')).toContainText([TEXT]);
  await expect(bagas.desk.message(TEXT)).toContainText('Pinned by Ayu Kartika');
  await bagas.desk.main.getByRole('button', { name: '1 pinned message' }).click();
  const pin = bagas.desk.panel.getByRole('listitem');
  await expect(pin).toContainText('Pinned by Ayu Kartika');
  await pin.getByRole('link', { name: 'Go to this message by Bagas Pratama' }).click();
  await expect(bagas.page).toHaveURL(/\/m\//);
  await expect(bagas.desk.message(TEXT)).toBeInViewport();
});

test('without a network a message is pinned and found, and the others see it later', async () => {
  const { desk } = ayu;
  ayu.cable.cut();
  await expect(desk.pill).toHaveText(/^Offline/);
  await desk.write('Jadwal jaga malam: lihat lampiran rapat');
  const message = desk.message('Jadwal jaga malam');
  await message.focus();
  await message.press('p');
  await expect(message).toContainText('Pinned by Ayu Kartika');
  await expect(desk.panel.getByRole('listitem')).toHaveCount(2);
  await desk.search('has:pin jadwal');
  await expect(desk.results).toContainText(['Jadwal jaga malam']);

  ayu.cable.mend();
  await desk.connectNow();
  await expect(bagas.desk.message('Jadwal jaga malam')).toContainText('Pinned by Ayu Kartika');
});

test('a pin goes when it is taken down, and with its message', async () => {
  const { desk } = bagas;
  await desk.main.getByRole('button', { name: '2 pinned messages' }).click();
  const pins = desk.panel.getByRole('listitem');
  await expect(pins).toHaveCount(2);
  await pins
    .filter({ hasText: 'Jadwal jaga malam' })
    .getByRole('button', { name: 'Unpin' })
    .click();
  await expect(pins).toHaveCount(1);
  await expect(ayu.desk.message('Jadwal jaga malam')).not.toContainText('Pinned');
  await desk.remove(desk.message(TEXT));
  await expect(pins).toHaveCount(0);
  await expect(desk.panel).toContainText('Nothing is pinned here yet');
});
