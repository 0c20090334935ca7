import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '../../server/services/demo/demo-state.ts';
import { Cable } from '../support/cable.ts';
import { Office } from '../support/office.ts';
import { wordsIn, wordsInPages } from '../system/disk-words.ts';

const NAME = 'ayu.kartika';
const OTHER = 'sari.wulandari';
const HERE = 'Nusa Mandiri';
const THERE = 'Koperasi Sejahtera';

let nusa: Office;
let koperasi: Office;
let cable: Cable;
test.beforeAll(async () => {
  [nusa, koperasi] = await Promise.all([Office.open(), Office.open({ workspace: THERE })]);
  cable = await Cable.to(Number(new URL(koperasi.address).port));
});
test.afterAll(async () => {
  cable.close();
  await Promise.all([nusa.close(), koperasi.close()]);
});

const tile = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main navigation' }).getByRole('button', {
    name: new RegExp(`^Open ${name}`),
  });
const menuOf = (page: Page, name: string) =>
  page.getByRole('button', { name: `${name}: workspaces` });

// Two companies, of which each is opened several times: on a busy machine that takes a while.
test.describe.configure({ timeout: 300_000 });

test('one person, two workspaces: side by side, each offline by itself, and nothing of one in the other', async ({
  browser,
}) => {
  const ayu = await nusa.screen(browser, NAME);
  const { page, desk } = ayu;
  const bagas = await koperasi.screen(browser, 'bagas.pratama');

  // In the first workspace something is said that concerns nobody else.
  await desk.open('engineering');
  await desk.write('rahasia-nusa: stok dermaga dua');
  await expect(desk.pill).toHaveText('Connected');

  // One more is added: the door asks for its address, and knows the way back.
  await menuOf(page, HERE).click();
  await page.getByRole('menuitem', { name: 'Add a workspace' }).click();
  await expect(page.getByRole('heading', { name: 'Your other workspaces' })).toBeVisible();
  await page.getByRole('button', { name: `Open ${HERE}` }).click();
  await expect(desk.pill).toHaveText('Connected');
  await menuOf(page, HERE).click();
  await page.getByRole('menuitem', { name: 'Add a workspace' }).click();
  await page.getByLabel('Workspace address').fill(cable.address);
  await page.getByLabel('Name').fill(NAME);
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByLabel('Password', { exact: true }).press('Enter');
  await page
    .getByRole('button', { name: `Open ${THERE}` })
    .first()
    .click();
  await expect(desk.pill).toHaveText('Connected');
  await expect(page).toHaveTitle(new RegExp(`${THERE}$`));
  await expect(menuOf(page, THERE)).toBeVisible();

  // It has its own origin, its own colour, and nothing of the first.
  const there = new URL(page.url()).port;
  const edge = await page
    .getByRole('navigation', { name: 'Main navigation' })
    .getAttribute('style');
  await desk.open('engineering');
  await expect(desk.message('rahasia-nusa')).toHaveCount(0);
  await desk.search('rahasia-nusa');
  await expect(desk.panel.getByText('Nothing found')).toBeVisible();
  await desk.write('rahasia-koperasi: simpanan pokok');
  await tile(page, HERE).click();
  await desk.open('engineering');
  await expect(desk.message('rahasia-nusa')).toBeVisible();
  await expect(desk.message('rahasia-koperasi')).toHaveCount(0);
  expect(new URL(page.url()).port).not.toBe(there);
  const firstEdge = page.getByRole('navigation', { name: 'Main navigation' });
  expect(await firstEdge.getAttribute('style')).not.toBe(edge);

  // Somebody calls in the other one: its number stands here, and its words do not.
  await bagas.desk.open('engineering');
  await bagas.desk.composer.pressSequentially('@ayu');
  await bagas.page.getByRole('option', { name: /Ayu Kartika/ }).click();
  await bagas.desk.composer.pressSequentially('rapat anggota jam tiga');
  await bagas.desk.composer.press('Enter');
  await expect(tile(page, THERE)).toHaveAccessibleName(/\d+ mentions?$/);
  await expect(page.getByText('rapat anggota')).toHaveCount(0);

  // The line of one is cut: what is written there waits, and the other goes on.
  cable.cut();
  await tile(page, THERE).click();
  await desk.open('engineering');
  await desk.write('nanti sampai di koperasi');
  await expect(desk.pill).toHaveText(/^(Offline|Reconnecting|Connecting)/);
  await tile(page, HERE).click();
  await expect(desk.pill).toHaveText('Connected');
  await desk.pill.click();
  await expect(desk.outbox.getByText('nanti sampai')).toHaveCount(0);
  await page.keyboard.press('Escape');
  cable.mend();
  await tile(page, THERE).click();
  await desk.connectNow();
  await expect(bagas.desk.message('nanti sampai di koperasi')).toBeVisible();

  // After a restart both are there, and either opens.
  await ayu.kill();
  const profile = nusa.profileOf(NAME);
  const [id = ''] = readdirSync(join(profile, 'workspaces'));
  const other = join(profile, 'workspaces', id);
  expect(wordsIn(profile, ['rahasia-nusa', 'rahasia-koperasi'])).toEqual([]);
  await ayu.reopen();
  await tile(ayu.page, THERE).click();
  await ayu.desk.open('engineering');
  await expect(ayu.desk.message('rahasia-koperasi')).toBeVisible();

  // What each wrote lies in its own file alone, under its own key.
  await ayu.quit();
  expect(wordsInPages(profile, ['rahasia-nusa', 'rahasia-koperasi'])).toEqual(['rahasia-nusa']);
  expect(wordsInPages(other, ['rahasia-nusa', 'rahasia-koperasi'])).toEqual(['rahasia-koperasi']);
});

test('S12: access that is taken away in one workspace wipes that one alone', async ({
  browser,
}) => {
  const sari = await nusa.screen(browser, OTHER);
  const { page, desk } = sari;
  await expect(desk.pill).toHaveText('Connected');
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Add a workspace' }).click();
  await page.getByLabel('Workspace address').fill(cable.address);
  await page.getByLabel('Name').fill(OTHER);
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByLabel('Password', { exact: true }).press('Enter');
  await page
    .getByRole('button', { name: `Open ${THERE}` })
    .first()
    .click();
  await desk.open('engineering');
  await desk.write('catatan yang harus hilang');
  await expect(desk.pill).toHaveText('Connected');
  await tile(page, HERE).click();
  await expect(desk.pill).toHaveText('Connected');

  const profile = nusa.profileOf(OTHER);
  const [id = ''] = readdirSync(join(profile, 'workspaces'));
  await koperasi.disable(OTHER);
  // Its tile says so while one works on in the other; its window says what happened.
  await page.getByRole('button', { name: `${THERE}: you no longer have access` }).click();
  await expect(
    page.getByText(
      'You no longer have access to Koperasi Sejahtera. Its copy on this computer was deleted.',
    ),
  ).toBeVisible();
  const left = readdirSync(join(profile, 'workspaces', id));
  expect(left.filter((name) => !/^(look|preferences)\.json$/.test(name))).toEqual([]);

  await page.getByRole('button', { name: `Remove ${THERE} from the list` }).click();
  await desk.open('engineering');
  await desk.write('di sini masih ada semua');
  await expect(desk.pill).toHaveText('Connected');
  await expect(page.getByRole('button', { name: new RegExp(THERE) })).toHaveCount(0);
  await expect.poll(() => readdirSync(join(profile, 'workspaces'))).toEqual([]);
});
