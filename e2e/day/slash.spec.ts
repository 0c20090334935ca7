import { expect, test } from '@playwright/test';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';

let office: Office;
let ayu: Screen;
let bagas: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  [ayu, bagas] = await Promise.all([
    office.screen(browser, 'ayu.kartika'),
    office.screen(browser, 'bagas.pratama', { locale: 'id-ID' }),
  ]);
});
test.afterAll(() => office.close());

const run = async (of: Screen, command: string): Promise<void> => {
  await of.desk.composer.fill(command);
  await of.desk.composer.press('Enter');
};

test('the keys choose a command from a list that says what each does', async () => {
  const { page, desk } = ayu;
  await desk.open('umum');
  await desk.composer.pressSequentially('/');
  await expect(page.getByRole('option')).toContainText([
    '/pollAsk everyone here to vote',
    '/taskCreate a task',
    '/checklistMake a list to tick off together',
    '/remindSet a reminder for yourself',
    '/statusSet your status',
    '/dndPause notifications',
    '/inviteAdd colleagues to this channel',
    '/topicChange the topic of this channel',
    '/leaveLeave this channel',
  ]);
  await page.keyboard.type('top');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(desk.composer).toHaveValue('/topic ');
  await expect(desk.main.getByText('the new topic')).toBeVisible();
  await page.keyboard.type('Semua kabar kantor');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The topic was changed.')).toBeVisible();
  await expect(desk.composer).toHaveValue('');
  await expect(desk.messages.last()).toContainText('Semua kabar kantor');
});

test('without a network a reminder is laid down; the note and its time are kept', async () => {
  const { page, desk, cable } = ayu;
  cable.cut();
  await expect(desk.pill).toHaveText(/^Offline/);
  await run(ayu, '/remind besok 9:00 telepon vendor truk');
  await expect(page.getByText(/^You will be reminded .*09:00/)).toBeVisible();
  await run(ayu, '/dnd 30 menit');
  await expect(page.getByText(/^Notifications are paused until/)).toBeVisible();
  await run(ayu, '/status 🎧 Fokus sampai 23:30');
  await expect(page.getByText(/^Your status is set until/)).toBeVisible();
  await desk.sidebar.getByRole('link', { name: /^Saved for later/ }).click();
  await expect(desk.main.getByRole('listitem')).toContainText([
    /telepon vendor truk.*Reminds you/s,
  ]);
  cable.mend();
  await desk.comeBack();
  await expect(desk.pill).toHaveText('Connected');
  await desk.place('Ayu Kartika').click();
  await expect(desk.message('telepon vendor truk')).toBeVisible();

  await bagas.desk.page.goto(new URL('#/people', bagas.page.url()).href);
  await bagas.page.getByRole('main').getByRole('searchbox').fill('Ayu');
  await bagas.page
    .getByRole('main')
    .getByRole('button', { name: /^Ayu Kartika/ })
    .click();
  await expect(bagas.page.getByRole('complementary')).toContainText('Fokus');
});

test('a poll, a task and a checklist begin with the words behind their commands', async () => {
  const { page, desk, cable } = ayu;
  await desk.open('umum');
  await run(ayu, '/poll Makan siang tim di mana?');
  const poll = page.getByRole('dialog', { name: 'New poll' });
  await expect(poll).toBeVisible();
  await expect(desk.composer).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(poll).toHaveCount(0);
  await expect(desk.composer).toHaveValue('/poll Makan siang tim di mana?');
  await expect(desk.composer).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(poll.getByLabel('Question')).toHaveValue('Makan siang tim di mana?');
  await poll.getByLabel('Answer 1', { exact: true }).fill('Soto');
  await poll.getByLabel('Answer 2', { exact: true }).fill('Nasi Padang');
  await poll.getByRole('button', { name: 'Start poll' }).click();
  await expect(desk.message('Makan siang tim di mana?')).toContainText('Nobody has voted yet');
  await expect(desk.composer).toHaveValue('');

  cable.cut();
  await expect(desk.pill).toHaveText(/^Offline/);
  await run(ayu, '/task Pesan tempat makan');
  const task = page.getByRole('dialog', { name: 'New task' });
  await expect(task.getByRole('textbox').first()).toHaveValue('Pesan tempat makan');
  await page.keyboard.press('Escape');
  await expect(task).toHaveCount(0);
  await expect(desk.composer).toHaveValue('/task Pesan tempat makan');
  await run(ayu, '/checklist Sebelum berangkat');
  const list = page.getByRole('dialog', { name: 'New checklist' });
  await expect(list.getByRole('textbox').first()).toHaveValue('Sebelum berangkat');
  await list.getByRole('textbox').nth(1).fill('Kunci gudang');
  await list.getByRole('button', { name: 'Send checklist' }).click();
  await expect(desk.message('Sebelum berangkat')).toContainText('Kunci gudang');
  cable.mend();
  await desk.comeBack();
  await bagas.page.goto(ayu.page.url().replace(/^[^#]*/, bagas.page.url().split('#')[0] ?? ''));
  await expect(
    bagas.page.getByRole('article').filter({ hasText: 'Sebelum berangkat' }),
  ).toContainText('Kunci gudang');
});

test('a command that does not exist is said, and can be sent as it is', async () => {
  const { page, desk } = ayu;
  await desk.open('umum');
  await run(ayu, '/ngopi dulu');
  await expect(page.getByRole('alert')).toContainText('There is no command /ngopi.');
  await expect(desk.composer).toHaveValue('/ngopi dulu');
  await page.getByRole('button', { name: 'Send as text' }).click();
  await expect(desk.messages.last()).toContainText('/ngopi dulu');
  await run(ayu, '//leave bukan perintah');
  await expect(desk.messages.last()).toContainText('/leave bukan perintah');
  await run(ayu, '/remind telepon vendor');
  await expect(page.getByRole('alert')).toContainText('That time was not understood.');
  await desk.composer.fill('');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('in Indonesian the commands have Indonesian names, and the English ones work too', async () => {
  const { page, desk } = bagas;
  await desk.page.goto(ayu.page.url().replace(/^[^#]*/, page.url().split('#')[0] ?? ''));
  const composer = page.getByRole('main').getByRole('textbox', { name: /^Pesan ke / });
  await composer.pressSequentially('/und');
  await expect(page.getByRole('option')).toContainText(['/undangTambahkan rekan']);
  await page.keyboard.press('Enter');
  await page.keyboard.type('@Putu Sek');
  await expect(page.getByRole('option', { name: /Putu Sekarini/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 orang ditambahkan ke kanal.')).toBeVisible();
  // The whole name needs nothing to be chosen.
  await composer.fill('/leave');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toBeVisible();
});
