import { expect, test } from './fixture.ts';

test('a message is on the screen at once after Enter', async ({ conversation, page }) => {
  await conversation.open('panjang');
  await conversation.composer.fill('halo');
  const frames = await page.evaluate(async () => {
    const field = document.querySelector<HTMLTextAreaElement>('main textarea');
    field?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
    );
    for (let i = 0; i < 60; i += 1) {
      await new Promise((resolve) => void requestAnimationFrame(resolve));
      const last = [...document.querySelectorAll('main [data-message]')].at(-1);
      if (last?.textContent?.includes('halo') === true) return i;
    }
    return -1;
  });
  expect(frames).toBeGreaterThanOrEqual(0);
  // One, on a machine that has nothing else to do.
  expect(frames).toBeLessThanOrEqual(8);
  await expect(conversation.composer).toHaveValue('');
});

test('a mention is a name while it is written and an id in the message', async ({
  conversation,
  page,
}) => {
  await conversation.open('semua-jenis');
  await conversation.composer.pressSequentially('Tolong @sa');
  await expect(page.getByRole('option', { name: 'Sari Wulandari' })).toBeVisible();
  await page.keyboard.press('Tab');
  await conversation.composer.pressSequentially('cek :tada');
  await expect(page.getByRole('option').first()).toContainText(':tada:');
  await page.keyboard.press('Enter');
  await expect(conversation.composer).toHaveValue('Tolong @Sari Wulandari cek 🎉 ');
  await page.keyboard.press('Enter');
  await expect(conversation.messages.last()).toContainText('Tolong @Sari Wulandari cek 🎉');
  const source = await page.evaluate(() => {
    const channel = window.fixture?.office.channels.find(
      (one) => one.view.name === 'semua-jenis',
    ) as { messages: { text: string }[] } | undefined;
    return channel?.messages.at(-1)?.text;
  });
  expect(source).toMatch(/^Tolong <@[0-9a-f-]{36}> cek 🎉$/);
});

test('undo brings a deleted mention back as a mention', async ({ conversation, page }) => {
  await conversation.open('semua-jenis');
  await conversation.composer.pressSequentially('@tom');
  await page.getByRole('option', { name: 'Tom Whitfield' }).click();
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('Backspace');
  await expect(conversation.composer).toHaveValue('@Tom Whitf');
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('Control+z');
  await expect(conversation.composer).toHaveValue(/^@Tom Whitfield/);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(
    conversation.messages.last().getByRole('link', { name: '@Tom Whitfield' }),
  ).toBeVisible();
});

test('a draft stays with its channel', async ({ conversation }) => {
  await conversation.open('semua-jenis');
  await conversation.composer.fill('belum selesai\n- dua');
  await conversation.open('kosong');
  await expect(conversation.composer).toHaveValue('');
  await conversation.composer.fill('lain');
  await conversation.open('semua-jenis');
  await expect(conversation.composer).toHaveValue('belum selesai\n- dua');
});

test('Up edits the last own message in its place, Esc leaves it as it was', async ({
  conversation,
  page,
}) => {
  await conversation.open('semua-jenis');
  await conversation.composer.fill('satu');
  await page.keyboard.press('Enter');
  await expect(conversation.messages.last()).toContainText('satu');
  await page.keyboard.press('ArrowUp');
  const field = conversation.messages.last().locator('textarea');
  await expect(field).toHaveValue('satu');
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(conversation.composer).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await field.fill('dua');
  await page.keyboard.press('Enter');
  await expect(conversation.messages.last()).toContainText('dua (edited)');
  await expect(conversation.composer).toBeFocused();
});

test('an edit that was begun is there again after a look elsewhere', async ({
  conversation,
  page,
}) => {
  await conversation.open('semua-jenis');
  await conversation.composer.fill('satu');
  await page.keyboard.press('Enter');
  await expect(conversation.messages.last()).toContainText('satu');
  await page.keyboard.press('ArrowUp');
  const edit = page.getByRole('textbox', { name: 'Edit the message' });
  await edit.pressSequentially(' dan dua');
  await conversation.open('kosong');
  await conversation.open('semua-jenis');
  await page.keyboard.press('ArrowUp');
  await expect(edit).toHaveValue('satu dan dua');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowUp');
  await expect(edit).toHaveValue('satu');
});

test('marks, lists and links by key and by paste', async ({ conversation, page }) => {
  await conversation.open('semua-jenis');
  const field = conversation.composer;
  await field.fill('tebal');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+b');
  await expect(field).toHaveValue('**tebal**');
  await page.keyboard.press('Control+z');
  await expect(field).toHaveValue('tebal');
  await field.fill('- satu');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('dua');
  await expect(field).toHaveValue('- satu\n- dua');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect(field).toHaveValue('- satu\n- dua\n');
  await field.fill('lihat rencana');
  await field.evaluate((area: HTMLTextAreaElement) => {
    area.setSelectionRange(6, 13);
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'https://a.example/p');
    area.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expect(field).toHaveValue('lihat [rencana](https://a.example/p)');
});

test('an input method keeps its Enter', async ({ conversation, page }) => {
  await conversation.open('semua-jenis');
  const before = await conversation.messages.count();
  const client = await page.context().newCDPSession(page);
  await conversation.composer.focus();
  await client.send('Input.imeSetComposition', {
    text: 'にほん',
    selectionStart: 3,
    selectionEnd: 3,
  });
  await page.evaluate(() => {
    const field = document.querySelector('main textarea');
    field?.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'Enter',
        keyCode: 229,
        isComposing: true,
        bubbles: true,
        cancelable: true,
      }),
    );
  });
  await client.send('Input.insertText', { text: '日本' });
  await expect(conversation.composer).toHaveValue('日本');
  await expect(conversation.messages).toHaveCount(before);
});

test('the list is one tab stop, walked by arrows and worked by keys', async ({
  conversation,
  page,
}) => {
  await conversation.open('gudang-surabaya');
  await page.keyboard.press('Shift+Tab');
  await expect(conversation.messages.last()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  const scanner = conversation.messages.filter({ hasText: 'scanner export' });
  await expect(scanner).toBeFocused();
  await page.keyboard.press('+');
  await page.getByRole('combobox', { name: 'Find an emoji' }).fill('rocket');
  await page.keyboard.press('Enter');
  await expect(scanner.getByRole('button', { name: '🚀, 1 reaction: you' })).toBeVisible();
  await expect(scanner).toBeFocused();
  await page.keyboard.press('r');
  await expect(
    page.getByRole('complementary').getByText('Confirmed on the handhelds'),
  ).toBeVisible();
  await expect(page.getByRole('complementary').locator('textarea')).toBeFocused();
});

test('what is marked unread stays so until the person leaves', async ({ conversation, page }) => {
  await conversation.open('semua-jenis');
  const row = page.locator('nav a, aside a, a').filter({ hasText: 'semua-jenis' }).first();
  await expect(row).toHaveText('semua-jenis');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('u');
  await expect(page.locator('main').getByText('New', { exact: true })).toBeVisible();
  await expect(row).toContainText('2');
  await conversation.say('semua-jenis', 'satu lagi');
  await expect(conversation.messages.last()).toContainText('satu lagi');
  await expect(row).toContainText('3');
  await conversation.open('kosong');
  await conversation.open('semua-jenis');
  await expect(row).toHaveText('semua-jenis');
});
