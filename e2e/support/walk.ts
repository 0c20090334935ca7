import type { Locator, Page } from '@playwright/test';

/** Looks at a screen, which has this name. */
export type See = (screen: string) => Promise<void>;

/** A channel that has a message with `rootText`, which has a thread. */
interface Where {
  readonly channel: string;
  readonly rootText: string;
}

/** Goes there without a word of any language: by address, by key, or by what is drawn on it. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
}

/** An icon, which is the same in every language; a click on it is one on what it stands on. */
export const drawn = (within: Page | Locator, icon: string): Locator =>
  within.locator(`svg.lucide-${icon}`);

/** Closes what lies over the page. */
export async function leave(what: Locator): Promise<void> {
  await what.page().keyboard.press('Escape');
  await what.waitFor({ state: 'hidden' });
}

/** Lists across all conversations, and what else fills the main pane; and what is there at last. */
const PAGES = {
  ...{ threads: 'article', activity: 'li', saved: 'li', tasks: 'p', scheduled: 'p' },
  ...{ browse: 'li', people: 'li', new: 'input', settings: '[role=radio], [type=radio]' },
} as const;

/** The address of a channel, whether or not its row is on the screen. */
export async function addressOf(page: Page, channel: string): Promise<string> {
  const row = page.locator('nav [data-channel]').filter({ hasText: channel }).first();
  return `#/c/${(await row.getAttribute('data-channel')) ?? ''}`;
}

/** Opens a channel, and gives its message with that text. */
export async function openAt(page: Page, { channel, rootText }: Where): Promise<Locator> {
  const main = page.getByRole('main');
  await goTo(page, await addressOf(page, channel));
  const root = main.getByRole('article').filter({ hasText: rootText }).first();
  await root.waitFor();
  return root;
}

/**
 * Every page and panel of somebody who is signed in, whatever the language and however small the
 * window; `see` looks at each.
 */
export async function walkPages(page: Page, where: Where, see: See): Promise<void> {
  const main = page.getByRole('main');
  const panel = page.locator('aside');
  const dialog = page.getByRole('dialog');
  const root = await openAt(page, where);
  const place = await addressOf(page, where.channel);
  await see('a channel');
  const rootId = (await root.getAttribute('data-message')) ?? '';
  await root.focus();
  await page.keyboard.press('p');
  await drawn(root, 'pin').first().waitFor();
  await root.focus();
  await page.keyboard.press('a');
  await drawn(root, 'bookmark').first().waitFor();
  for (const shown of ['details', 'members', 'pins', 'files', 'search', `thread:${rootId}`]) {
    await goTo(page, `${place}?panel=${shown}`);
    await panel.getByRole('heading').first().waitFor();
    await see(`the panel: ${shown.split(':')[0]}`);
  }
  await goTo(page, `${place}?panel=search&q=sinar`);
  await panel.getByRole('option').first().waitFor();
  await see('what a search finds');
  await goTo(page, `${place}?panel=search&q=zzzz`);
  await drawn(panel, 'search-x').first().waitFor();
  await see('a search that finds nothing');
  await goTo(page, place);
  await panel.waitFor({ state: 'hidden' });
  await root.locator('button[id^="who-"]').click();
  await panel.getByRole('heading').first().waitFor();
  await see('a profile');
  for (const [at, last] of Object.entries(PAGES)) {
    await goTo(page, `#/${at}`);
    await main.getByRole('heading', { level: 2 }).waitFor();
    await main.locator(last).first().waitFor({ state: 'attached' });
    await see(`the page: ${at}`);
  }
  for (const icon of ['key-round', 'log-out']) {
    await drawn(main, icon).click();
    const asked = page.locator('[role=dialog], [role=alertdialog]');
    await asked.waitFor();
    await see(`a question of the settings: ${icon}`);
    await leave(asked);
  }
  await page.keyboard.press('Control+k');
  await dialog.getByRole('option').first().waitFor();
  await see('the switcher');
  await dialog.getByRole('combobox').fill('zzzz');
  await dialog.getByText('zzzz').first().waitFor();
  await see('the switcher, nothing found');
  await leave(dialog);
  await page.keyboard.press('Control+/');
  await dialog.waitFor();
  await see('what the keys do');
  await leave(dialog);
}

/** The pages of an administrator. */
export async function walkAdmin(page: Page, see: See): Promise<void> {
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  await goTo(page, '#/admin');
  await main.getByText('Agus Setiawan').waitFor();
  await see('the administration');
  await drawn(main, 'user-plus').click();
  await dialog.waitFor();
  await see('an account for somebody');
  await leave(dialog);
  await main
    .getByRole('button', { name: /Agus Setiawan/ })
    .last()
    .click();
  const items = page.getByRole('menu').getByRole('menuitem');
  await items.first().waitFor();
  await see('the menu of an account');
  await items.nth(1).click();
  await dialog.waitFor();
  await see('the role of somebody');
  await leave(dialog);
  await drawn(main, 'plus').last().click();
  await dialog.waitFor();
  await see('a new group');
  await leave(dialog);
}
