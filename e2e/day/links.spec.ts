import { expect, test } from '@playwright/test';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';

let office: Office;
test.beforeEach(async () => {
  office = await Office.open();
});
test.afterEach(() => office.close());

/** Takes the link out of the menu of the message that reads so. */
async function linkOf({ desk, page }: Screen, text: string): Promise<string> {
  await desk.choose(desk.message(text), 'Copy link');
  await expect(page.getByText(/^Copied/).first()).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

test('the link of a message leads there, also without a network, and lets nobody in', async ({
  browser,
}) => {
  const [ayu, bagas] = await Promise.all([
    office.screen(browser, 'ayu.kartika', { permissions: ['clipboard-read', 'clipboard-write'] }),
    office.screen(browser, 'bagas.pratama'),
  ]);
  await ayu.desk.open('kapal-dan-truk');
  await ayu.desk.write('Truk ketiga sudah di gerbang');
  const link = await linkOf(ayu, 'Truk ketiga');
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/open\/c\/[\da-f-]{36}\/m\/[\da-f-]{36}$/);
  await test.step('outside of Balai it is a page that opens the app, and tells nothing', async () => {
    const page = await (await fetch(link)).text();
    // The form that the desktop app lets in from outside.
    expect(page).toContain(`href="balai:/${new URL(link).pathname}"`);
    expect(page).not.toMatch(/Truk|kapal/);
  });
  await ayu.desk.open('direksi');
  await ayu.desk.write('Hanya untuk direksi');
  const closed = await linkOf(ayu, 'Hanya untuk direksi');
  // The relay has one address; here each computer has a cable of its own to it.
  const toBagas = closed.replace(ayu.cable.address, bagas.cable.address);

  await ayu.desk.open('umum');
  await ayu.desk.write(`Lihat ${link}`);
  await ayu.desk.write(`Juga ${toBagas}`);
  await bagas.desk.open('umum');

  await test.step('a member comes to the message', async () => {
    await bagas.desk.message('Lihat').getByRole('link').click();
    await bagas.desk.main.getByRole('heading', { level: 2, name: 'kapal-dan-truk' }).waitFor();
    await expect(bagas.desk.message('Truk ketiga')).toBeVisible();
  });

  await test.step('who is not a member is told so, and reads nothing', async () => {
    await bagas.desk.open('umum');
    await bagas.desk.message('Juga').getByRole('link').click();
    await expect(bagas.desk.main).toContainText('This conversation is not here');
    await expect(bagas.page.getByText('Hanya untuk direksi')).toHaveCount(0);
  });

  await test.step('without a network it leads there from the cache', async () => {
    ayu.cable.cut();
    await expect(ayu.desk.pill).toHaveText('Offline');
    await ayu.desk.message('Lihat').getByRole('link').click();
    await expect(ayu.desk.message('Truk ketiga')).toBeVisible();
  });

  await test.step('a message has its link before it is sent', async () => {
    await ayu.desk.write('Truk keempat menyusul');
    const early = await linkOf(ayu, 'Truk keempat');
    await expect(ayu.page.getByText('once the message has been sent').first()).toBeVisible();
    ayu.cable.mend();
    await ayu.desk.comeBack();
    await expect(ayu.desk.pill).toHaveText('Connected');
    await ayu.desk.open('umum');
    await ayu.desk.write(`Dan ${early}`);
    await bagas.desk.open('umum');
    await bagas.desk.message('Dan http').getByRole('link').click();
    await expect(bagas.desk.message('Truk keempat')).toBeVisible();
  });
});
