import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Office } from '../support/office.ts';
import { writeBeside } from '../support/old-messages.ts';
import type { Screen } from '../support/screen.ts';

/** Enough that what is on the way for minutes at this speed is not here while somebody searches. */
const MESSAGES = 6_000;
const SLOW = 60_000;

let office: Office;
let ayu: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  ayu = await office.screen(browser, 'ayu.kartika');
  // Thousands are written while this computer is away, and it comes back on a slow line.
  await ayu.kill();
  const texts = Array.from({ length: MESSAGES }, (_, i) => `catatan pengiriman ke-${i}`);
  texts[20] = 'Nomor kontainer lama: TEMU7391842';
  texts[700] = 'Tarif sandar dermaga: lihat lampiran';
  texts[400] = 'Segel kontainer lama: SGL559021';
  const relay = join(office.dir, 'relay');
  await writeBeside(relay, { who: 'ayu.kartika', channel: 'umum', texts, pinned: [700] });
  ayu.cable.slowTo(SLOW);
  await ayu.reopen();
});
test.afterAll(() => office.close());

test('finds through the relay what is not on this computer, and opens it in its place', async () => {
  const { desk, cable, page } = ayu;
  await desk.open('umum');
  // Where much of it was fetched before, the channel opens at the first that is here.
  await desk.toNewest();
  await expect(desk.message(`catatan pengiriman ke-${MESSAGES - 1}`)).toBeVisible();

  await desk.search('temu7391842');
  await expect(desk.results).toHaveCount(1, { timeout: 30_000 });
  await expect(desk.results).toContainText('Nomor kontainer lama');
  await expect(desk.results).toContainText('not on this computer yet');
  await page.keyboard.press('Enter');
  await expect(desk.message('Nomor kontainer lama')).toBeVisible({ timeout: 30_000 });
  await expect(desk.message('catatan pengiriman ke-21')).toBeVisible();

  cable.cut();
  await expect(desk.pill).not.toContainText('Connected');
  await desk.search('temu7391842');
  await expect(desk.results).toHaveCount(1);
  await desk.search('kontainer sgl559021 ');
  await expect(desk.panel.getByText('Nothing found')).toBeVisible();
  await expect(desk.panel.getByText('only what is on this computer was searched')).toBeVisible();

  // The question is still there when the line comes back.
  cable.mend();
  await desk.comeBack();
  await expect(desk.results).toContainText('SGL559021', { timeout: 30_000 });
});

test('finds through the relay what bears a mark and is not on this computer', async () => {
  const { desk, page } = ayu;
  await desk.search('has:pin tarif');
  await expect(desk.results).toContainText(['Tarif sandar dermaga'], { timeout: 30_000 });
  await expect(desk.results).toContainText(['not on this computer yet']);
  await page.keyboard.press('Enter');
  await expect(desk.message('Tarif sandar dermaga')).toBeVisible({ timeout: 30_000 });
  await expect(desk.message('Tarif sandar dermaga')).toContainText('Pinned by Ayu Kartika');
});
