import { expect, test } from '@playwright/test';
import { askCore } from '../support/ask-core.ts';
import { notifications, seeNotifications } from '../support/notifications.ts';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';
import { signIn } from '../support/sign-in.ts';

let office: Office;
let ayu: Screen;
let laptop: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  ayu = await office.screen(browser, 'ayu.kartika');
  laptop = await office.freshScreen(browser);
  await signIn(laptop.page, laptop.cable.address);
  for (const one of [ayu, laptop]) {
    await seeNotifications(one.page);
    await one.desk.open('gudang-surabaya');
  }
});
test.afterAll(() => office.close());

const due = (of: Screen) => of.desk.sidebar.getByRole('link', { name: /^Saved for later.*1/ });
const told = async (): Promise<number[]> => {
  const both = await Promise.all([ayu, laptop].map((one) => notifications(one.page)));
  return both.map(({ length }) => length);
};

/** Ayu writes something, and wants to be reminded of it so soon. */
async function remind(text: string, inMs: number): Promise<void> {
  await ayu.desk.write(text);
  const [channelId, messageId] = await ayu.desk
    .message(text)
    .evaluate((row: HTMLElement) => [
      /[0-9a-f-]{36}/.exec(location.href)?.[0] ?? '',
      row.dataset['message'] ?? '',
    ]);
  const remindAt = Date.now() + inMs;
  await askCore(ayu.page, 'save', { channelId, messageId, state: 'open', remindAt });
}

test('S7: a reminder is told on one of a person’s computers, and stands in the list of both', async () => {
  await remind('Anggaran 2027 ke direksi', 2_500);
  for (const one of [ayu, laptop]) await expect(due(one)).toBeVisible({ timeout: 20_000 });
  const ones = async () => (await told()).reduce((sum, n) => sum + n, 0);
  await expect.poll(ones, { timeout: 20_000 }).toBe(1);
  // Ticked off on either, it goes from the one that told it.
  await due(laptop).click();
  await laptop.desk.main.getByRole('button', { name: 'Mark as done' }).click();
  await expect.poll(told).toEqual([0, 0]);
});

test('without a line each computer tells what is due, and nothing is told again with it', async () => {
  await remind('Telepon vendor truk', 12_000);
  await laptop.desk.open('gudang-surabaya');
  await expect(laptop.desk.message('Telepon vendor truk')).toContainText('reminds you');
  laptop.cable.cut();
  await expect(laptop.desk.pill).toHaveText(/^Offline/);
  await expect.poll(told, { timeout: 40_000 }).toEqual([1, 1]);
  laptop.cable.mend();
  await laptop.desk.connectNow();
  await ayu.desk.write('Vendor sudah dihubungi');
  await expect(laptop.desk.message('Vendor sudah dihubungi')).toBeVisible();
  expect(await told()).toEqual([1, 1]);
});
