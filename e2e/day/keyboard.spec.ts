import { expect, test } from '@playwright/test';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';

let office: Office;
let ayu: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  ayu = await office.screen(browser, 'ayu.kartika');
});
test.afterAll(() => office.close());

test('Ctrl+K goes to channels, people and messages', async () => {
  const { page, desk } = ayu;
  await desk.open('umum');
  const switcher = page.getByRole('dialog', { name: /^Find people, channels/ });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('keuan');
  await expect(switcher.getByRole('option').first()).toContainText('keuangan');
  await page.keyboard.press('Enter');
  await desk.main.getByRole('heading', { level: 2, name: 'keuangan' }).waitFor();
  await expect(switcher).toBeHidden();
  await expect(desk.composer).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('tom whit');
  await expect(switcher.getByRole('option').first()).toContainText('Tom Whitfield');
  await page.keyboard.press('Enter');
  await desk.main.getByRole('heading', { level: 2, name: 'Tom Whitfield' }).waitFor();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('vanishing row');
  await expect(switcher.getByRole('option').first()).toContainText('vanishing row');
  await page.keyboard.press('Escape');
  await expect(switcher).toBeHidden();
});

test('Alt with the arrows steps through conversations, with Shift through unread ones', async () => {
  const { page, desk } = ayu;
  const open = desk.sidebar.locator('[aria-current=page]');
  const links = await desk.sidebar.getByRole('link').allTextContents();
  await desk.open('k3-keselamatan');
  const at = links.findIndex((text) => text.startsWith('k3-keselamatan'));
  await page.keyboard.press('Alt+ArrowDown');
  await expect(open).toHaveText(links[at + 1]!);
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(open).toHaveText(links[at - 1]!);

  await desk.open('umum');
  const unread = desk.sidebar.getByRole('link', { name: /unread|for you/ });
  const last = await unread.last().getAttribute('href');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(open).toHaveAttribute('href', last!);
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(open).not.toHaveAttribute('href', last!);
});

test('Back leads to where one has read, not to each conversation on the way', async () => {
  const { page, desk } = ayu;
  const open = desk.sidebar.locator('[aria-current=page]');
  const links = await desk.sidebar.getByRole('link').allTextContents();
  await desk.open('k3-keselamatan');
  await expect(page).toHaveTitle(/#k3-keselamatan/);
  const at = links.findIndex((text) => text.startsWith('k3-keselamatan'));
  // As fast as a key that is held down.
  await page.evaluate(async () => {
    for (let step = 0; step < 3; step++) {
      const key = { key: 'ArrowDown', code: 'ArrowDown', altKey: true, bubbles: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
      await new Promise((drawn) => setTimeout(drawn));
    }
  });
  await expect(open).toHaveText(links[at + 3]!);
  await expect(page).not.toHaveTitle(/#k3-keselamatan/);
  await page.goBack();
  await expect(open).toHaveText(links[at]!);
  await page.goForward();
  await expect(open).toHaveText(links[at + 3]!);

  // And a link leads back to where one has just passed on from.
  await page.evaluate(async () => {
    const here = document.querySelector<HTMLElement>('nav [aria-current=page]');
    const key = { key: 'ArrowDown', code: 'ArrowDown', altKey: true, bubbles: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
    await new Promise((drawn) => setTimeout(drawn));
    here?.click();
  });
  await expect(open).toHaveText(links[at + 3]!);
});

test('Ctrl+F and Ctrl+Shift+F search here and everywhere, and Esc gives the focus back', async () => {
  const { page, desk } = ayu;
  await desk.open('engineering');
  await page.keyboard.press('Control+f');
  await expect(desk.panel.getByRole('combobox', { name: 'Search in #engineering' })).toBeFocused();
  await page.keyboard.type('leading zeros');
  await expect(desk.results.first()).toContainText('leading zeros');
  await expect(desk.results.filter({ hasText: '#' })).toHaveCount(0);
  await page.keyboard.press('Control+Shift+f');
  await expect(desk.panel.getByRole('combobox', { name: 'Search messages' })).toBeFocused();
  await expect(desk.results.filter({ hasText: '#engineering' }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(desk.panel).toBeHidden();
  await expect(desk.composer).toBeFocused();
});

test('Ctrl+/ lists all keys', async () => {
  const { page } = ayu;
  await page.keyboard.press('Control+/');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const line of ['Find anything', 'Next unread conversation']) {
    await expect(list.getByText(line, { exact: true })).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
});

test('Up changes the last message, Esc leaves it, Shift+Enter begins a line', async () => {
  const { page, desk } = ayu;
  await desk.open('umum');
  await desk.composer.fill('Baris satu');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('baris dua');
  await page.keyboard.press('Enter');
  await expect(desk.messages.last()).toContainText(/Baris satu\s*baris dua/);
  await page.keyboard.press('ArrowUp');
  const field = page.getByRole('textbox', { name: 'Edit the message' });
  await expect(field).toHaveValue('Baris satu\nbaris dua');
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await page.keyboard.press('ArrowUp');
  await field.fill('Satu baris saja');
  await page.keyboard.press('Enter');
  await expect(desk.messages.last()).toContainText('Satu baris saja (edited)');
  await expect(desk.composer).toBeFocused();
});

test('the theme and the language are chosen once and kept', async () => {
  const { page, desk } = ayu;
  await page.keyboard.press('Control+k');
  await page.keyboard.type('dark theme');
  await expect(page.getByRole('option').first()).toContainText('Dark theme');
  await page.keyboard.press('Enter');
  const theme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await expect.poll(theme).toBe('dark');

  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: /Language/ }).click();
  await page.getByRole('option', { name: 'Bahasa Indonesia' }).click();
  await expect(page.getByRole('heading', { name: 'Pengaturan' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'id');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Pengaturan' })).toBeVisible();
  await expect.poll(theme).toBe('dark');
  await expect(page.getByRole('button', { name: /^Terhubung/ })).toBeVisible();

  await page.getByRole('button', { name: /Bahasa/ }).click();
  await page.getByRole('option', { name: 'English' }).click();
  await page.getByText('Light', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect.poll(theme).toBe('light');
  await expect(desk.pill).toHaveText('Connected');
});
