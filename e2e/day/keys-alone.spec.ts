import { expect, test, type Locator, type Page } from '@playwright/test';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';

/** A day without a pointer: each step ends where the focus is said to be. */
let office: Office;
let ayu: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  ayu = await office.screen(browser, 'ayu.kartika');
  await ayu.desk.composer.waitFor();
});
test.afterAll(() => office.close());

const switcher = (page: Page): Locator =>
  page.getByRole('combobox', { name: /^Find people, channels/ });

/** Finds something by the switcher and opens it. */
async function goBySwitcher(page: Page, typed: string, finds: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(switcher(page)).toBeFocused();
  await page.keyboard.type(typed);
  await expect(page.getByRole('option').filter({ hasText: finds }).first()).toBeVisible();
  // What is listed belongs to all of the letters.
  await expect(page.getByRole('listbox', { name: /^Find people, channels/ })).toHaveAttribute(
    'aria-busy',
    'false',
  );
  const chosen = page.getByRole('option', { selected: true });
  for (let i = 0; i < 8; i++) {
    const text = await chosen.textContent();
    if (text?.includes(finds) === true) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(chosen).toContainText(finds);
  await page.keyboard.press('Enter');
  await expect(switcher(page)).toBeHidden();
}

/** Goes from stop to stop until the focus is there, so many times at most. */
async function keepPressing(page: Page, key: string, what: Locator, most: number): Promise<void> {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press(key);
    if (await what.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(what).toBeFocused();
}

/** Goes back to it from where one writes; at most two things lie between. */
const backTo = (page: Page, what: Locator): Promise<void> =>
  keepPressing(page, 'Shift+Tab', what, 3);

/** The ten things that people do most. */
async function tenThings({ page, desk }: Screen, what: string): Promise<void> {
  const { keyboard } = page;

  await test.step('go to a channel', async () => {
    await goBySwitcher(page, 'gudang-sura', 'gudang-surabaya');
    await desk.main.getByRole('heading', { level: 2, name: 'gudang-surabaya' }).waitFor();
    await expect(desk.composer).toBeFocused();
  });

  await test.step('write and send', async () => {
    await keyboard.type(`Truk ${what} sudah tiba`);
    await keyboard.press('Enter');
    await expect(desk.messages.last()).toContainText(`Truk ${what} sudah tiba`);
    await expect(desk.composer).toBeFocused();
    await expect(desk.composer).toHaveValue('');
  });

  await test.step('mention somebody', async () => {
    await keyboard.type('@sari');
    await expect(page.getByRole('option').first()).toContainText('Sari Wulandari');
    await keyboard.press('Enter');
    await expect(desk.composer).toHaveValue(/^@Sari Wulandari /);
    await keyboard.type(`tolong cek ${what}`);
    await keyboard.press('Enter');
    await expect(desk.messages.last()).toContainText(`@Sari Wulandari tolong cek ${what}`);
    await expect(desk.composer).toBeFocused();
  });
  const own = desk.message(`tolong cek ${what}`);

  await test.step('reply in a thread', async () => {
    await backTo(page, own);
    await keyboard.press('r');
    await expect(desk.reply).toBeFocused();
    await keyboard.type(`Di dermaga ${what}`);
    await keyboard.press('Enter');
    await expect(desk.thread.getByRole('article').last()).toContainText(`Di dermaga ${what}`);
    await expect(desk.reply).toBeFocused();
    await keyboard.press('Escape');
    await expect(desk.panel).toBeHidden();
    await expect(own).toBeFocused();
  });

  await test.step('react', async () => {
    await keyboard.press('+');
    await expect(page.getByRole('combobox', { name: 'Find an emoji' })).toBeFocused();
    await keyboard.type('rocket');
    await expect(page.getByRole('gridcell', { name: 'rocket' }).first()).toBeVisible();
    await keyboard.press('Enter');
    await expect(own.getByRole('button', { name: /🚀/ })).toBeVisible();
    await expect(own).toBeFocused();
  });

  await test.step('save for later', async () => {
    await keyboard.press('a');
    await expect(own.getByText('Saved for later')).toBeVisible();
    await expect(own).toBeFocused();
    await keyboard.press('Escape');
    await expect(desk.composer).toBeFocused();
  });

  await test.step('edit', async () => {
    await keyboard.press('ArrowUp');
    await expect(page.getByRole('textbox', { name: 'Edit the message' })).toBeFocused();
    await keyboard.type(', segera');
    await keyboard.press('Enter');
    await expect(own).toContainText(`tolong cek ${what}, segera (edited)`);
    await expect(desk.composer).toBeFocused();
  });

  await test.step('search, and open what is found', async () => {
    const field = desk.panel.getByRole('combobox', { name: 'Search messages' });
    await keyboard.press('Control+Shift+f');
    await expect(field).toBeFocused();
    await keyboard.type('leading zeros');
    await expect(desk.results.first()).toContainText('leading zeros');
    await keyboard.press('ArrowDown');
    await expect(desk.results.first()).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('Enter');
    // The newest is found first.
    const hit = desk.message('leading zeros').last();
    await expect(hit).toBeInViewport();
    // The next hit is an arrow away.
    await expect(field).toBeFocused();
    await keyboard.press('Escape');
    await keyboard.press('Escape');
    await expect(desk.panel).toBeHidden();
    await expect(desk.composer).toBeFocused();
  });

  await test.step('go to the next unread', async () => {
    const open = desk.sidebar.locator('[aria-current=page]');
    const before = await open.getAttribute('href');
    await keyboard.press('Alt+Shift+ArrowDown');
    await expect(open).not.toHaveAttribute('href', before ?? '');
    await expect(desk.composer).toBeFocused();
  });

  await test.step('set a status, and pause what rings', async () => {
    const dialog = page.getByRole('dialog', { name: 'Set a status' });
    await goBySwitcher(page, 'set a status', 'Set a status');
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await keyboard.press('Control+a');
    await keyboard.type(`Rapat ${what}`);
    await keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(desk.composer).toBeFocused();
    await goBySwitcher(page, 'pause noti', 'Pause notifications for 1 hour');
    await expect(page.getByText('Notifications are paused for 1 hour.').first()).toBeVisible();
    await expect(desk.composer).toBeFocused();
    await goBySwitcher(page, 'resume paused', 'Resume paused notifications');
    await expect(page.getByText('Notifications are on again.').first()).toBeVisible();
    await expect(desk.composer).toBeFocused();
  });
}

test('the ten things that people do most, by keys', () => tenThings(ayu, 'satu'));

test('the same without a network; all of it goes out later', async ({ browser }) => {
  const { page, desk, cable } = ayu;
  cable.cut();
  await expect(desk.pill).toHaveText(/^Offline/);
  await tenThings(ayu, 'dua');
  cable.mend();
  // To the state of the connection by Tab alone.
  await keepPressing(page, 'Shift+Tab', desk.pill, 100);
  await page.keyboard.press('Enter');
  await expect(desk.outbox).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(desk.outbox).toBeHidden();
  await expect(desk.pill).toBeFocused();
  await expect(desk.pill).toHaveText('Connected', { timeout: 40_000 });
  const sari = await office.screen(browser, 'sari.wulandari');
  await sari.desk.open('gudang-surabaya');
  const told = sari.desk.message('tolong cek dua, segera (edited)');
  await expect(told.getByRole('button', { name: /🚀/ })).toBeVisible();
  await expect(told.getByRole('button', { name: /^1 reply/ })).toBeVisible();
});

test('Tab leads through all of the window and traps nobody', async () => {
  const { page, desk } = ayu;
  await goBySwitcher(page, 'umum', 'umum');
  await expect(desk.composer).toBeFocused();
  const stops: string[] = [];
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === null || at === document.body) return 'window';
      const { width, height } = at.getBoundingClientRect();
      if (width < 1 || height < 1) return `out of sight: ${at.outerHTML.slice(0, 200)}`;
      const region = at.closest('main, nav, aside')?.getAttribute('aria-label') ?? 'frame';
      return `${region}: ${at.getAttribute('aria-label') ?? at.textContent}`;
    });
    stops.push(stop);
    if (await desk.composer.evaluate((field) => field === document.activeElement)) break;
  }
  const all = stops.join('\n');
  expect(all).not.toContain('out of sight');
  await expect(desk.composer, all).toBeFocused();
  const regions = new Set(stops.map((stop) => stop.split(': ')[0]));
  for (const region of ['Main navigation', 'Conversation', 'Conversations'])
    expect([...regions], all).toContain(region);
});
