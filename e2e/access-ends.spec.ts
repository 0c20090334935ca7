import { readdirSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { Office } from './support/office.ts';
import { ageLease, wordsIn } from './system/disk-words.ts';

let office: Office;
test.beforeEach(async () => {
  office = await Office.open({ relayArgs: ['--lease-days', '14'] });
});
test.afterEach(() => office.close());

const SECRET = 'kata-sandi-gudang-lama';
const NAME = 'ayu.kartika';

/** Asks the relay at once. The computer's own next try may come first, and takes the button away. */
async function tryAgain(page: Page, until: Locator): Promise<void> {
  await expect(async () => {
    if (await until.isVisible()) return;
    await page.getByRole('button', { name: 'Try again' }).click({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
}

test('S12: a computer too long without its relay is locked, and opens as soon as the relay answers', async ({
  browser,
}) => {
  const ayu = await office.screen(browser, NAME);
  await ayu.desk.open('engineering');
  await ayu.desk.write(SECRET);
  await expect(ayu.desk.pill).toHaveText('Connected');
  ayu.cable.cut();
  await ayu.desk.write('belum terkirim');
  await ayu.kill();
  ageLease(office.profileOf(NAME), 15);

  await ayu.reopen();
  const { page } = ayu;
  await expect(page.getByText('has been offline for too long')).toBeVisible();
  await expect(page.getByText(SECRET)).toHaveCount(0);
  await expect(ayu.desk.composer).toHaveCount(0);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('has been offline for too long')).toBeVisible();
  expect(wordsIn(office.profileOf(NAME), [SECRET, 'belum terkirim'])).toEqual([]);

  ayu.cable.mend();
  await tryAgain(page, ayu.desk.place('engineering'));
  await ayu.desk.open('engineering');
  await expect(ayu.desk.message('belum terkirim')).toBeVisible();
  await expect(ayu.desk.pill).toHaveText('Connected');
});

test('S12: whose access is taken away loses the copy on the disk and sees why', async ({
  browser,
}) => {
  const ayu = await office.screen(browser, NAME);
  await ayu.desk.open('engineering');
  await ayu.desk.write(SECRET);
  await expect(ayu.desk.pill).toHaveText('Connected');
  await office.disable(NAME);

  const { page } = ayu;
  await expect(
    page.getByText(
      'You no longer have access to Nusa Mandiri. Its copy on this computer was deleted.',
    ),
  ).toBeVisible();
  await expect(page.getByText(SECRET)).toHaveCount(0);
  const left = readdirSync(office.profileOf(NAME));
  expect(left.filter((name) => !/^(host\.lock|preferences\.json)$/.test(name))).toEqual([]);
  await ayu.kill();
});

test('S12: whose access is taken away while the computer is locked is wiped at the first answer', async ({
  browser,
}) => {
  const ayu = await office.screen(browser, NAME);
  await ayu.desk.open('engineering');
  ayu.cable.cut();
  await ayu.kill();
  ageLease(office.profileOf(NAME), 15);
  await office.disable(NAME);
  await ayu.reopen();
  const { page } = ayu;
  await expect(page.getByText('has been offline for too long')).toBeVisible();
  ayu.cable.mend();
  const ended = page.getByText(
    'You no longer have access to Nusa Mandiri. Its copy on this computer was deleted.',
  );
  await tryAgain(page, ended);
  await expect(ended).toBeVisible();
  const left = readdirSync(office.profileOf(NAME));
  expect(left.filter((name) => !/^(host\.lock|preferences\.json)$/.test(name))).toEqual([]);
});

test('a passphrase over the key of the copy is asked for at the next start, and opens it', async ({
  browser,
}) => {
  const ayu = await office.screen(browser, NAME);
  await ayu.desk.open('engineering');
  await ayu.desk.write(SECRET);
  await expect(ayu.desk.pill).toHaveText('Connected');
  await ayu.page.keyboard.press('Control+,');
  await ayu.page.getByRole('button', { name: 'Passphrase…' }).click();
  const dialog = ayu.page.getByRole('dialog');
  await dialog.getByLabel('Passphrase', { exact: true }).fill('pendek');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('This is too short')).toBeVisible();
  await dialog.getByLabel('Passphrase', { exact: true }).fill('kuda nil di dermaga tiga');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(ayu.page.getByText('In a file protected by your passphrase')).toBeVisible();
  await ayu.kill();

  await ayu.reopen();
  const { page } = ayu;
  await expect(
    page.getByText('The copy on this computer is protected by a passphrase.'),
  ).toBeVisible();
  await expect(page.getByText(SECRET)).toHaveCount(0);
  const field = page.getByLabel('Passphrase', { exact: true });
  await field.fill('kuda nil di dermaga dua');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText('This is not the passphrase.')).toBeVisible();
  await field.fill('kuda nil di dermaga tiga');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await ayu.desk.open('engineering');
  await expect(ayu.desk.message(SECRET)).toBeVisible();
  await expect(ayu.desk.pill).toHaveText('Connected');
});
