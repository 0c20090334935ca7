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
    office.screen(browser, 'bagas.pratama'),
  ]);
  // He has read all that the demo tells, so that the channel opens at its end.
  await bagas.desk.readAll('k3-keselamatan');
});
test.afterAll(() => office.close());

test.beforeEach(async () => {
  await ayu.desk.open('k3-keselamatan');
  await bagas.desk.open('k3-keselamatan');
});

test('what one sends, edits and deletes the other sees', async () => {
  await ayu.desk.write('Ada **tiga** helm di `gudang 2`', 'Ada tiga helm');
  const hers = bagas.desk.message('Ada tiga helm');
  await expect(hers.getByRole('strong')).toHaveText('tiga');
  await expect(hers.getByRole('code')).toHaveText('gudang 2');
  await ayu.desk.edit(ayu.desk.message('Ada tiga helm'), 'Ada *empat* helm');
  await expect(bagas.desk.messages.last()).toContainText('Ada empat helm (edited)');
  await ayu.desk.remove(ayu.desk.message('Ada empat helm'));
  await expect(bagas.desk.messages.last()).toContainText('This message was deleted');
});

test('a thread, and a reply that the channel sees too', async () => {
  await bagas.desk.write('Siapa yang ikut latihan evakuasi?');
  const asked = ayu.desk.message('latihan evakuasi');
  await asked.hover();
  await asked.getByRole('button', { name: 'Reply in thread' }).click();
  await ayu.desk.reply.fill('Saya dan Lilis');
  await ayu.desk.reply.press('Enter');
  await expect(ayu.desk.thread.getByRole('article').last()).toContainText('Saya dan Lilis');
  await expect(bagas.desk.message('latihan evakuasi')).toContainText('1 reply');

  await ayu.desk.panel.getByRole('checkbox', { name: 'Also send to #k3-keselamatan' }).check();
  await ayu.desk.reply.fill('Dan seluruh keuangan');
  await ayu.desk.reply.press('Enter');
  const also = bagas.desk.message('Dan seluruh keuangan');
  await expect(also).toContainText('Replied in a thread');
  await expect(bagas.desk.message('Saya dan Lilis')).toHaveCount(0);

  await also.getByRole('button', { name: 'Replied in a thread' }).click();
  await expect(bagas.desk.thread.getByRole('article')).toHaveText([
    /latihan evakuasi/,
    /Saya dan Lilis/,
    /Dan seluruh keuangan/,
  ]);
  await expect(
    ayu.desk.panel.getByRole('checkbox', { name: 'Also send to #k3-keselamatan' }),
  ).not.toBeChecked();
});

test('reactions count, say who, and are taken back', async () => {
  await ayu.desk.write('Nol kecelakaan bulan ini');
  const his = bagas.desk.message('Nol kecelakaan');
  const hers = ayu.desk.message('Nol kecelakaan');
  await bagas.desk.react(his, 'trophy');
  await hers.getByRole('button', { name: '🏆, 1 reaction: Bagas Pratama' }).click();
  await expect(
    hers.getByRole('button', { name: '🏆, 2 reactions: Bagas Pratama and you' }),
  ).toHaveAttribute('aria-pressed', 'true');
  await his.getByRole('button', { name: '🏆, 2 reactions: you and Ayu Kartika' }).click();
  await expect(hers.getByRole('button', { name: '🏆, 1 reaction: you' })).toBeVisible();
});

test('a mention is chosen by a few letters and calls the other', async () => {
  await bagas.desk.open('engineering');
  await ayu.desk.composer.pressSequentially('Tolong cek, @bag');
  await expect(ayu.page.getByRole('option', { name: /Bagas Pratama/ })).toBeVisible();
  await ayu.page.keyboard.press('Tab');
  await ayu.page.keyboard.press('Enter');
  await expect(bagas.desk.place('k3-keselamatan')).toContainText('1 for you');
  await expect(bagas.page).toHaveTitle(/^\(\d+\)/);
  await bagas.desk.open('k3-keselamatan');
  await expect(bagas.desk.messages.last().getByRole('link')).toHaveText('@Bagas Pratama');
  await expect(bagas.desk.place('k3-keselamatan')).not.toContainText('for you');
});

test('a block of code keeps its lines', async () => {
  await ayu.desk.composer.fill('```sql\nselect count(*)\n  from palet;\n```');
  await ayu.page.keyboard.press('Enter');
  const code = bagas.desk.messages.last().getByRole('code');
  await expect(code).toContainText('select count(*)');
  expect(await code.innerText()).toBe('select count(*)\n  from palet;');
});

test('emoji by the picker and by their names', async () => {
  await ayu.desk.composer.fill('Selesai ');
  await ayu.desk.main.getByRole('button', { name: 'Emoji', exact: true }).click();
  await ayu.desk.pickEmoji('party popper');
  await expect(ayu.desk.composer).toHaveValue('Selesai 🎉');
  await ayu.desk.composer.press('End');
  await ayu.desk.composer.pressSequentially(' :+1: ');
  await ayu.desk.composer.press('Enter');
  await expect(bagas.desk.messages.last()).toContainText('Selesai 🎉 👍');
});

test('what was begun comes back, in its place, after a reload and after a kill', async () => {
  await ayu.desk.composer.fill('Belum selesai, @b');
  await ayu.desk.open('keuangan');
  await expect(ayu.desk.composer).toHaveValue('');
  await expect(ayu.desk.place('k3-keselamatan')).toContainText('Draft');
  await ayu.page.reload();
  await ayu.desk.open('k3-keselamatan');
  await expect(ayu.desk.composer).toHaveValue('Belum selesai, @b');
  await ayu.kill();
  await ayu.reopen();
  await ayu.desk.open('k3-keselamatan');
  await expect(ayu.desk.composer).toHaveValue('Belum selesai, @b');
  await ayu.desk.composer.fill('');
  await ayu.desk.open('keuangan');
  await expect(ayu.desk.place('k3-keselamatan')).not.toContainText('Draft');
});
