import { expect, test } from '@playwright/test';
import type { Desk } from './support/desk.ts';
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

/** The numbers of the burst that are drawn at this time, as they stand. */
async function drawn(desk: Desk): Promise<number[]> {
  const said = await desk.said();
  return said.flatMap(({ text }) => /^Palet (\d+) dari/.exec(text)?.slice(1) ?? []).map(Number);
}

/** Scrolls from the newest message up to the first of the burst, and gives all that came by. */
async function readThrough(desk: Desk): Promise<Set<number>> {
  const seen = new Set<number>();
  await desk.list.hover();
  while (!seen.has(1)) {
    const before = await drawn(desk);
    const [oldest = 0] = before;
    const run = before.map((_, index) => oldest + index);
    expect(before, 'each once, none missing between two of them, in order').toEqual(run);
    if (seen.size > 0) expect(before.some((n) => seen.has(n))).toBe(true);
    for (const n of before) seen.add(n);
    if (seen.has(1)) break;
    await desk.page.mouse.wheel(0, -4_000);
    await expect.poll(async () => (await drawn(desk))[0]).toBeLessThan(oldest);
  }
  return seen;
}

test('the relay is killed in the middle of 500 messages, and all stand once and in order', async ({
  browser,
}) => {
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
    expect(await readThrough(desk)).toEqual(
      new Set(Array.from({ length: COUNT }, (_, i) => i + 1)),
    );
  }
  await expect(ayu.page.getByText('Waiting for the network')).toHaveCount(0);
});
