import { expect, test, type Page } from '@playwright/test';
import { Office } from './support/office.ts';
import { Problems } from './support/problems.ts';
import { blended, moving } from './support/senses.ts';
import { walkDialogs } from './support/walk-dialogs.ts';
import { walkAdmin, walkPages } from './support/walk.ts';

/** The system’s own colours, and no motion: as people have it who see little, or whom motion hurts. */
const SENSES = { forcedColors: 'active', reducedMotion: 'reduce' } as const;
const WHERE = { channel: 'gudang-surabaya', rootText: 'scanner export' };

let office: Office;
test.beforeAll(async () => {
  office = await Office.open();
});
test.afterAll(() => office.close());

const problems = new Problems();

const seeOn = (page: Page) => async (screen: string) => {
  problems.add(screen, await moving(page));
  problems.add(screen, await blended(page));
};

test('what moves and what only a colour tells is found', async ({ browser }) => {
  const { page } = await office.screen(browser, 'ayu.kartika', SENSES);
  await page.locator('nav [data-channel]').first().waitFor();
  await page.evaluate(() => {
    const main = document.querySelector('main')!;
    main.insertAdjacentHTML(
      'beforeend',
      `<p id="planted"><button aria-pressed="true">a</button><button aria-pressed="false">b</button>
       <input /></p>`,
    );
    const [pressed] = document.querySelectorAll<HTMLElement>('#planted button');
    pressed!.style.outline = 'none';
    pressed!.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 60_000 });
  });
  await seeOn(page)('here');
  expect(problems.take()).toEqual([
    expect.stringContaining('moves: <button aria-pressed="true"'),
    expect.stringContaining('aria-pressed is not seen: <button'),
    expect.stringContaining('a field without an edge: <input'),
  ]);
});

test('no state is told by a colour alone, and nothing moves', async ({ browser }) => {
  const { page } = await office.screen(browser, 'bagas.pratama', SENSES);
  await page.locator('nav [data-channel]').first().waitFor();
  await walkPages(page, WHERE, seeOn(page));
  await walkDialogs(page, WHERE, seeOn(page));
  expect(problems.take()).toEqual([]);
});

test('nor for an administrator', async ({ browser }) => {
  const { page } = await office.screen(browser, 'hendra.wijaya', SENSES);
  await walkAdmin(page, seeOn(page));
  expect(problems.take()).toEqual([]);
});
