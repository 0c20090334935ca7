import { expect, test, type Page } from '@playwright/test';
import { unfit } from './support/fits.ts';
import { Office } from './support/office.ts';
import { Problems } from './support/problems.ts';
import { untranslated } from './support/untranslated.ts';
import { walkDialogs, WRITTEN } from './support/walk-dialogs.ts';
import { walkAdmin, walkPages } from './support/walk.ts';

/**
 * Every screen in a language that is longer by two fifths, accented and in brackets: what does not
 * fit, and what was never given to the translators, shows.
 */
let office: Office;
test.beforeAll(async () => {
  office = await Office.open();
});
test.afterAll(() => office.close());

/** Nobody is offered this language; it is spoken where the system does. */
async function speakPseudo(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'languages', { get: () => ['pseudo', 'en-GB'] });
  });
  await page.reload();
}

const WHERE = { channel: 'gudang-surabaya', rootText: 'scanner export' };

const problems = new Problems();
const seeOn = (page: Page) => async (screen: string) =>
  problems.add(screen, [
    ...(await unfit(page)).map((one) => `does not fit: ${one}`),
    ...(await untranslated(page, WRITTEN)).map((one) => `not translated: ${one}`),
  ]);

test('a word that nobody translates and a box that is too small are found', async ({ browser }) => {
  const { page } = await office.freshScreen(browser);
  await speakPseudo(page);
  await page.locator('input[type=password]').waitFor();
  await page.evaluate(() => {
    const plant = document.createElement('div');
    plant.innerHTML = '<p>Sign in to Balai</p><button aria-label="Save">[x]</button>';
    const [text, button] = plant.querySelectorAll<HTMLElement>('p, button');
    // One by one, as the page's policy has it.
    Object.assign(text!.style, { width: '60px', overflow: 'hidden', whiteSpace: 'nowrap' });
    Object.assign(button!.style, { position: 'fixed', left: '-40px' });
    document.querySelector('#root')?.prepend(plant);
  });
  await seeOn(page)('planted');
  expect(problems.take()).toEqual([
    'planted: does not fit: cut off: <p class=""> Sign in to Balai',
    'planted: does not fit: beside the window: <button class=""> [x]',
    'planted: does not fit: beside the window: <button class=""> Save',
    'planted: not translated: <p class="">: Sign in to Balai',
    'planted: not translated: <button class=""> aria-label: Save',
  ]);
});

test('on no page and in no panel', async ({ browser }) => {
  const { page } = await office.screen(browser, 'ayu.kartika');
  await speakPseudo(page);
  await page.locator('nav [data-channel]').first().waitFor({ state: 'attached' });
  await walkPages(page, WHERE, seeOn(page));
  await walkDialogs(page, WHERE, seeOn(page));
  expect(problems.take()).toEqual([]);
});

test('nor for an administrator, nor at the door', async ({ browser }) => {
  const { page } = await office.screen(browser, 'hendra.wijaya');
  await speakPseudo(page);
  await walkAdmin(page, seeOn(page));
  const fresh = await office.freshScreen(browser);
  await speakPseudo(fresh.page);
  await fresh.page.locator('input[type=password]').waitFor();
  await seeOn(fresh.page)('the door');
  expect(problems.take()).toEqual([]);
});
