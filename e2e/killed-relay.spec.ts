import { expect, test } from '@playwright/test';
import { Office } from './support/office.ts';

let office: Office;
test.beforeEach(async () => {
  office = await Office.open();
});
test.afterEach(() => office.close());

const COUNT = 500;
const KILLED_AFTER = 200;
const BACK_AFTER = 350;

const textOf = (n: number): string => `Palet ${n} dari ${COUNT}`;
const all = Array.from({ length: COUNT }, (_, index) => textOf(index + 1));

test('the relay is killed in the middle of 500 messages, and all stand once and in order', async ({
  browser,
}) => {
  // A thousand messages are looked at, a screenful at a time: two minutes on a slow machine.
  test.setTimeout(240_000);
  const [ayu, bagas] = await Promise.all([
    office.screen(browser, 'ayu.kartika'),
    office.screen(browser, 'bagas.pratama'),
  ]);
  await ayu.desk.open('gudang-surabaya');
  await bagas.desk.open('gudang-surabaya');

  await ayu.desk.composer.focus();
  let killed = Promise.resolve();
  for (let n = 1; n <= COUNT; n += 1) {
    await ayu.page.keyboard.insertText(textOf(n));
    await ayu.page.keyboard.press('Enter');
    // Nobody waits for it: the burst goes on while the relay dies.
    if (n === KILLED_AFTER) killed = office.killRelay();
    if (n === BACK_AFTER) {
      await killed;
      await expect(ayu.desk.pill).toContainText('waiting');
      await office.startRelay();
    }
  }

  await expect(ayu.desk.pill).toHaveText('Connected', { timeout: 40_000 });
  for (const { desk } of [ayu, bagas]) {
    await expect(desk.message(textOf(COUNT))).toBeVisible({ timeout: 40_000 });
    await desk.open('engineering');
    await desk.open('gudang-surabaya');
    await expect(desk.messages.last()).toContainText(textOf(COUNT));
    const burst = (await desk.readThrough()).filter(({ text }) => text.startsWith('Palet '));
    expect(burst.map(({ text }) => text)).toEqual(all);
  }
  await expect(ayu.page.getByText('Waiting for the network')).toHaveCount(0);
});
