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
});
test.afterAll(() => office.close());

const threads = () => ayu.desk.sidebar.getByRole('link', { name: /^Threads/ });
const cards = () => ayu.desk.main.getByRole('list', { name: 'Threads' }).getByRole('article');
const question = 'Siapa bisa bantu stok opname besok?';

/** Bagas answers in the thread that stands open on his screen. */
async function answer(text: string): Promise<void> {
  await bagas.desk.reply.fill(text);
  await bagas.desk.reply.press('Enter');
  await bagas.desk.thread.getByText(text).waitFor();
}

test('answers to what one began are counted, gathered, and read by opening them', async () => {
  await ayu.desk.open('umum');
  await ayu.desk.write(question);
  await ayu.desk.open('keuangan');
  await expect(threads()).toHaveAccessibleName('Threads');

  await bagas.desk.open('umum');
  await bagas.desk.choose(bagas.desk.message(question), 'Reply in thread');
  await answer('Saya bisa, jam delapan');
  await answer('Bawa scanner sendiri ya');
  await expect(threads()).toHaveAccessibleName(/^Threads.*2 new replies/);

  await threads().click();
  const card = cards().first();
  await expect(card).toContainText('#umum');
  await expect(card).toContainText(question);
  await expect(card).toContainText('Saya bisa, jam delapan');
  await expect(card).toContainText('Bawa scanner sendiri ya');
  await card.getByRole('button', { name: 'Open and reply' }).click();
  await expect(ayu.desk.thread.getByRole('separator').filter({ hasText: 'New' })).toHaveCount(1);
  await expect(threads()).toHaveAccessibleName('Threads');
  await ayu.desk.reply.fill('Siap, terima kasih');
  await ayu.desk.reply.press('Enter');
  await expect(bagas.desk.thread.getByText('Siap, terima kasih')).toBeVisible();
  await expect(card).toContainText('Siap, terima kasih');
});

test('without a network it is all there, also after a restart, and what was done arrives', async () => {
  await expect(ayu.desk.pill).toHaveText('Connected');
  ayu.cable.cut();
  await expect(ayu.desk.pill).toHaveText('Offline');
  await ayu.desk.reply.fill('Saya bawa label juga');
  await ayu.desk.reply.press('Enter');
  await expect(cards().first()).toContainText('Saya bawa label juga');
  // Meanwhile Bagas goes on.
  await answer('Kita mulai dari rak tiga');
  await ayu.kill();
  await ayu.reopen();
  await threads().click();
  await expect(cards().first()).toContainText('Saya bawa label juga');
  await expect(threads()).toHaveAccessibleName('Threads');

  ayu.cable.mend();
  await ayu.desk.connectNow();
  await expect(ayu.desk.outbox.getByRole('heading')).toHaveText('Nothing is waiting');
  await ayu.page.keyboard.press('Escape');
  await expect(bagas.desk.thread.getByText('Saya bawa label juga')).toBeVisible();
  // What he said before hers came is new to her.
  await expect(threads()).toHaveAccessibleName(/^Threads.*1 new reply/);
  await cards().first().getByRole('button', { name: 'Mark as read' }).click();
  await expect(threads()).toHaveAccessibleName('Threads');
});

test('a thread that is let go of says no more, but for a mention', async () => {
  const card = cards().filter({ hasText: question });
  await card.getByRole('button', { name: 'Unfollow this thread' }).click();
  await expect(card).toHaveCount(0);
  await expect(ayu.desk.pill).toHaveText('Connected');
  await answer('Sudah selesai');
  await bagas.desk.reply.pressSequentially('Datanya di folder, @ayu');
  await bagas.page.getByRole('option', { name: /Ayu Kartika/ }).waitFor();
  await bagas.page.keyboard.press('Tab');
  await bagas.desk.reply.press('Enter');
  await expect(threads()).toHaveAccessibleName(/^Threads.*1 new reply/);
  await expect(card).toContainText('Datanya di folder');
});
