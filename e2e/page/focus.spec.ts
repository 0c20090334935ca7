import { expect, test } from './fixture.ts';

test('the picker stands beside the message, and one writes on after it', async ({
  conversation,
  page,
}) => {
  await conversation.open('panjang');
  const message = conversation.messages.nth(-3);
  await conversation.composer.focus();
  await message.hover();
  const tool = message.getByRole('button', { name: 'Add a reaction' });
  const at = await tool.boundingBox();
  await tool.click();
  const picker = page.getByRole('dialog', { name: 'Emoji' });
  await expect(picker.getByRole('combobox')).toBeFocused();
  const box = await picker.boundingBox();
  expect(
    Math.abs((box?.x ?? 0) + (box?.width ?? 0) - (at?.x ?? 0) - (at?.width ?? 0)),
  ).toBeLessThan(16);
  await page.keyboard.type('rocket');
  await expect(picker.getByText('rocket').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(message.getByRole('button', { name: /🚀/ })).toBeVisible();
  await expect(conversation.composer).toBeFocused();
});

test('whoever types after a click on a message writes in the composer', async ({
  conversation,
  page,
}) => {
  await conversation.open('panjang');
  await conversation.composer.fill('milikku');
  await page.keyboard.press('Enter');
  const own = conversation.messages.last();
  await own.getByText('milikku').click();
  await page.keyboard.type('edit ulang');
  await expect(conversation.composer).toHaveValue('edit ulang');
  await expect(own).toContainText('milikku');
});

test('the keys of a message are those of one in focus by keyboard', async ({
  conversation,
  page,
}) => {
  await conversation.open('panjang');
  await conversation.composer.fill('milikku');
  await page.keyboard.press('Enter');
  await expect(conversation.messages.last()).toContainText('milikku');
  await page.keyboard.press('Shift+Tab');
  await expect(conversation.messages.last()).toBeFocused();
  await page.keyboard.press('e');
  await expect(page.getByRole('textbox', { name: 'Edit the message' })).toBeFocused();
});

test('Tab comes to the message, not to the tools that the pointer shows on it', async ({
  conversation,
  page,
}) => {
  await conversation.open('panjang');
  const last = conversation.messages.last();
  await last.hover();
  const more = last.getByRole('button', { name: 'More', exact: true });
  await expect(more).toBeVisible();
  await conversation.composer.press('Shift+Tab');
  await expect(last).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(last.locator('[data-stop]:focus')).toBeVisible();
});

test('Esc closes the panel that has the focus, and one writes on', async ({
  conversation,
  page,
}) => {
  await conversation.open('gudang-surabaya');
  await conversation.composer.focus();
  await page.keyboard.press('Control+f');
  const search = page.getByRole('complementary').getByRole('combobox');
  await expect(search).toBeFocused();
  await page.keyboard.type('palet');
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toBeHidden();
  await expect(conversation.composer).toBeFocused();
});

test('Up with another key goes through the channels and edits nothing', async ({
  conversation,
  page,
}) => {
  await conversation.open('panjang');
  await conversation.composer.fill('milikku');
  await page.keyboard.press('Enter');
  await expect(conversation.messages.last()).toContainText('milikku');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.locator('main h2')).not.toHaveText('panjang');
  await expect(page).not.toHaveTitle(/panjang/);
  await conversation.open('panjang');
  await expect(page.getByRole('textbox', { name: 'Edit the message' })).toBeHidden();
});

test('the field of a new message has the focus, also from the menu', async ({
  conversation,
  page,
}) => {
  await conversation.open('panjang');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('menuitem', { name: 'New message' }).click();
  await expect(page.getByRole('combobox', { name: 'To' })).toBeFocused();
  await expect(page.getByRole('option').first()).toBeVisible();
});

test('the conversation that is open is in sight in the sidebar', async ({ conversation, page }) => {
  await page.setViewportSize({ width: 1366, height: 420 });
  await conversation.open('gudang-surabaya');
  const open = page.locator('nav [aria-current="page"]');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(open).toContainText('Dewi Lestari');
  await expect(open).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Alt+ArrowDown');
  await expect(open).toContainText('gudang-surabaya');
  await expect(open).toBeInViewport({ ratio: 1 });
});

test('with it the beginning of the list is in sight again, where both fit', async ({
  conversation,
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 420 });
  await conversation.open('gudang-surabaya');
  const open = page.locator('nav [aria-current="page"]');
  const first = page.locator('nav [data-rows] [data-channel]').first();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(open).toContainText('Dewi Lestari');
  await expect(first).not.toBeInViewport();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(open).toContainText('gudang-surabaya');
  await expect(open).toBeInViewport({ ratio: 1 });
  await expect(first).toBeInViewport({ ratio: 1 });
});
