import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/expect-accessible.ts';
import { DEMO_PASSWORD } from '../server/services/demo/demo-state.ts';
import { aPng } from '../shared/testing/pictures.ts';
import { Office } from './support/office.ts';
import { forbidden, papers, recording } from './support/some-files.ts';
import type { Screen } from './support/screen.ts';

let office: Office;
let ayu: Screen;
test.beforeAll(async ({ browser }) => {
  const relayArgs = ['--link-previews', 'true'];
  office = await Office.open({ relayProgram: 'e2e/support/relay-with-pages.ts', relayArgs });
  ayu = await office.screen(browser, 'ayu.kartika', {
    reducedMotion: 'reduce',
    permissions: ['microphone'],
  });
});
test.afterAll(() => office.close());

test('the door', async ({ browser }) => {
  const { page, cable } = await office.freshScreen(browser, { reducedMotion: 'reduce' });
  await expectAccessible(page);
  await page.getByLabel('Workspace address').fill(cable.address);
  await page.getByLabel('Name').fill('ayu.kartika');
  await page.getByLabel('Password', { exact: true }).fill('bukan ini');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'I have an invitation code' }).click();
  await expectAccessible(page);
});

test('a channel, its tools and its menu', async () => {
  const { page, desk } = ayu;
  await desk.open('engineering');
  await expectAccessible(page);
  await desk.open('gudang-surabaya');
  await desk.messages.last().hover();
  await expectAccessible(page);
  await desk.messages.last().getByRole('button', { name: 'More', exact: true }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
});

test('what goes out later, and somebody who is off', async ({ browser }) => {
  const { page, desk } = ayu;
  const bagas = await office.screen(browser, 'bagas.pratama');
  await bagas.page.goto(`${bagas.page.url().split('#')[0]}#/settings`);
  const pause = bagas.page.getByRole('region', { name: 'Pause' });
  await pause.getByRole('button', { name: '1 hour', exact: true }).click();
  await desk.sidebar.getByRole('link', { name: /^Bagas Pratama/ }).click();
  await expect(desk.main.getByText(/Your message is sent then/)).toBeVisible();
  await desk.composer.fill('Besok pagi');
  await expectAccessible(page);
  await desk.main.getByRole('button', { name: 'Urgent', exact: true }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await desk.main.getByRole('button', { name: 'Send later', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: /^Tomorrow/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('menuitem', { name: 'Choose day and time' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await desk.composer.press('Enter');
  await desk.main.getByRole('link', { name: /^1 message scheduled/ }).click();
  await expect(desk.main.getByText('Besok pagi')).toBeVisible();
  await expectAccessible(page);
});

test('files: on their way, in messages, large, and all of a channel', async () => {
  const { page, desk } = ayu;
  await desk.open('engineering');
  await desk.attach([...papers(), recording(3), forbidden]);
  await expect(desk.tray).toHaveCount(4);
  await expect(desk.main.getByRole('alert').filter({ hasText: 'printer.exe' })).toBeVisible();
  await desk.main.getByRole('button', { name: 'Record a voice message' }).click();
  const bar = desk.main.getByRole('group', { name: 'Voice message' });
  await expect(bar.getByRole('timer')).toBeVisible();
  await expectAccessible(page);
  await bar.getByRole('button', { name: 'Discard' }).click();
  await desk.composer.fill('Foto, surat dan pesan');
  await desk.main.getByRole('button', { name: 'Send', exact: true }).click();
  const message = desk.message('Foto, surat dan pesan');
  await expect(message.getByRole('group', { name: 'petunjuk.txt' })).toContainText('Sambungkan');
  await expect(message.getByText('Uploading')).toHaveCount(0);
  await expectAccessible(page);
  await message.getByRole('button', { name: 'Open gudang 3.png' }).click();
  await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await desk.details();
  await desk.panel.getByRole('button', { name: 'Files' }).click();
  await expect(desk.panel.getByRole('listitem')).toHaveCount(4);
  await expectAccessible(page);
});

test('a thread', async () => {
  const { page, desk } = ayu;
  await desk.open('engineering');
  await desk.messages.getByRole('button', { name: /repl/ }).last().click();
  await expect(desk.thread.getByRole('article').first()).toBeVisible();
  await expectAccessible(page);
});

test('what is kept for later, and when to be reminded', async () => {
  const { page, desk } = ayu;
  await desk.open('gudang-surabaya');
  await desk.choose(desk.messages.last(), 'Remind me');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^In 20 minutes/ })
    .click();
  await desk.sidebar.getByRole('link', { name: /^Saved for later/ }).click();
  await expect(desk.main.getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page);
});

test('what is pinned', async () => {
  const { page, desk } = ayu;
  await desk.open('gudang-surabaya');
  await desk.main.getByRole('button', { name: 'Pinned messages' }).click();
  await expect(desk.panel).toContainText('Nothing is pinned');
  await expectAccessible(page);
  await desk.choose(desk.messages.last(), 'Pin to this conversation');
  await expect(desk.panel.getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page);
});

test('what a message links to, hands on, and said before', async () => {
  const { page, desk } = ayu;
  await desk.open('engineering');
  await desk.write('Baca https://warta.id/harga dulu', 'dulu');
  const linked = desk.message('dulu').last();
  await expect(linked.getByRole('link', { name: /Harga beras/ })).toBeVisible();
  await desk.edit(linked, 'Baca https://warta.id/harga sekarang');
  const edited = desk.message('sekarang').last();
  await edited.hover();
  await expectAccessible(page);
  await edited.getByRole('button', { name: '(edited) Earlier versions' }).click();
  await expect(page.getByRole('dialog', { name: 'Earlier versions' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await desk.choose(edited, 'Forward');
  const dialog = page.getByRole('dialog', { name: 'Forward this message' });
  await dialog.getByRole('combobox', { name: 'To' }).fill('engin');
  await expect(dialog.getByRole('option').first()).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('option', { name: 'engineering' }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Forward', exact: true }).click();
  await expect(desk.messages.last()).toContainText('Forwarded from #engineering');
  await expectAccessible(page);
});

test('groups: made, called, and who is in them', async ({ browser }) => {
  const hendra = await office.screen(browser, 'hendra.wijaya', { reducedMotion: 'reduce' });
  const { page, desk } = hendra;
  await page.getByRole('button', { name: 'Administration' }).click();
  await page.getByRole('button', { name: 'Create a group' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create a group' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('kas');
  await dialog.getByRole('combobox').fill('Ayu');
  await dialog.getByRole('option').first().click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create group' }).click();
  await expect(desk.main.getByText('@kas')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await desk.open('umum');
  await desk.composer.pressSequentially('Rapat besok @kas');
  await expect(page.getByRole('option', { name: /@kas/ })).toBeVisible();
  await expectAccessible(page);
  await desk.composer.press('Enter');
  await desk.composer.press('Enter');
  await desk.messages.last().getByRole('link', { name: '@kas' }).click();
  await expect(desk.panel.getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page);
  await hendra.close();
});

test('sections of one’s own', async () => {
  const { page, desk } = ayu;
  await desk.open('umum');
  await desk.place('engineering').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to a section' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'New section' }).click();
  await page.getByRole('textbox', { name: 'Section name' }).fill('Proyek');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  const section = desk.sidebar.getByRole('region', { name: 'Proyek' });
  await expect(section.getByRole('link', { name: /^engineering/ })).toBeVisible();
  await section.getByRole('button', { name: 'Section Proyek' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
});

test('commands behind a slash', async () => {
  const { page, desk } = ayu;
  await desk.open('umum');
  await desk.composer.pressSequentially('/');
  await expect(page.getByRole('option', { name: /^\/remind/ })).toBeVisible();
  await expectAccessible(page);
  await desk.composer.pressSequentially('rem');
  await expect(page.getByRole('option')).toHaveCount(1);
  await desk.composer.press('Enter');
  await expect(desk.main.getByText('when and what')).toBeVisible();
  await expectAccessible(page);
  await desk.composer.fill('/ngopi');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('There is no command /ngopi');
  await expectAccessible(page);
  await desk.composer.fill('');
});

test('emoji of the workspace', async () => {
  const { page, desk } = ayu;
  await page.goto(new URL('#/settings', page.url()).href);
  const buffer = Buffer.from(aPng, 'base64');
  const input = page.locator('[data-own-emoji]');
  await input.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer });
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('truk');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Add emoji' }).click();
  await expect(page.getByText(':truk:')).toBeVisible();
  await expectAccessible(page);
  await desk.open('umum');
  await desk.write('Barang sampai :truk:', 'Barang sampai');
  await desk.main.getByRole('button', { name: 'Emoji', exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Emoji' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
});

test('the switcher', async () => {
  const { page } = ayu;
  await ayu.desk.open('umum');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type('truk');
  await expect(page.getByRole('option').first()).toContainText('truk');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
});

test('search', async () => {
  const { page, desk } = ayu;
  await desk.open('umum');
  await page.keyboard.press('Control+Shift+f');
  await expect(desk.panel.getByText('Narrow it down')).toBeVisible();
  await expectAccessible(page);
  await desk.search('palet');
  await expect(desk.results.first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await desk.search('');
  await expect(desk.panel.getByRole('heading', { name: 'Recent searches' })).toBeVisible();
  await expectAccessible(page);
});

test('threads', async () => {
  const { page, desk } = ayu;
  await desk.sidebar.getByRole('link', { name: /^Threads/ }).click();
  const card = desk.main.getByRole('list', { name: 'Threads' }).getByRole('article').first();
  await expect(card).toBeVisible();
  await expectAccessible(page);
  await card.getByRole('button', { name: 'Open and reply' }).click();
  await expect(desk.reply).toBeFocused();
  await expectAccessible(page);
});

test('activity', async () => {
  const { page, desk } = ayu;
  await desk.sidebar.getByRole('link', { name: /^Activity/ }).click();
  const list = desk.main.getByRole('list', { name: 'Activity' });
  await expect(list.getByRole('listitem').first()).toBeVisible();
  await expectAccessible(page);
});

test('the workspaces of this computer, and the door of one more', async ({ browser }) => {
  const { page, desk } = await office.screen(browser, 'sari.wulandari', {
    reducedMotion: 'reduce',
  });
  await desk.open('umum');
  await page.getByRole('button', { name: 'Nusa Mandiri: workspaces' }).click();
  await page.getByRole('menuitem', { name: 'Add a workspace' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('menuitem', { name: 'Add a workspace' }).click();
  await page.getByRole('heading', { name: 'Your other workspaces' }).waitFor();
  await expectAccessible(page);
  await page.getByLabel('Workspace address').fill(office.address);
  await page.getByLabel('Name').fill('rahmat.hidayat');
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByLabel('Password', { exact: true }).press('Enter');
  await page.getByRole('heading', { name: /^Almost there/ }).waitFor();
  await page.getByRole('button', { name: /^Open Nusa/ }).click();
  await page.getByRole('button', { name: /^Open Nusa/ }).waitFor();
  await expectAccessible(page);
});

test('settings', async () => {
  const { page, desk } = ayu;
  await desk.open('umum');
  await page.keyboard.press('Control+,');
  await expect(desk.main.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expectAccessible(page);
});

test('people, channels, details and the form of a new channel', async () => {
  const { page, desk } = ayu;
  await desk.open('umum');
  await page.keyboard.press('Control+Shift+e');
  await expect(desk.main.getByRole('heading', { name: 'People' })).toBeVisible();
  await expect(desk.main.getByRole('listitem').first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+Shift+l');
  await expect(desk.main.getByRole('heading', { name: 'Channels' })).toBeVisible();
  await expect(desk.main.getByRole('listitem').first()).toBeVisible();
  await expectAccessible(page);
  await desk.open('engineering');
  await desk.details();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('menuitem', { name: 'New channel' }).click();
  const people = page.getByRole('dialog').getByRole('combobox', { name: 'People' });
  await people.fill('ba');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
});

test('the emoji picker, what waits, and what the keys do', async () => {
  const { page, desk } = ayu;
  await desk.open('umum');
  await desk.main.getByRole('button', { name: 'Emoji', exact: true }).click();
  await expect(page.getByRole('gridcell', { selected: true })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  ayu.cable.cut();
  await expect(desk.pill).toHaveText('Offline');
  await desk.write('Menunggu jaringan');
  await desk.pill.click();
  await expect(desk.outbox.getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page);
});

test('administration', async ({ browser }) => {
  const { page, desk } = await office.screen(browser, 'hendra.wijaya', { reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Administration' }).click();
  await desk.main.getByText('Agus Setiawan').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add a person' }).click();
  await expectAccessible(page);
});
