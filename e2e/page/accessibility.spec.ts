import type { Page } from '@playwright/test';
import { violations } from '../support/violations.ts';
import { expect, test } from './fixture.ts';

/** What a screen reader or weak eyes would stumble over, as rule and place. */
async function problems(page: Page): Promise<string[]> {
  const found = await violations(page);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.slice(0, 200) ?? ''}`,
    ),
  );
}

test('a button without a name and words that are too faint are found', async ({
  conversation,
  page,
}) => {
  await conversation.open('kosong');
  expect(await problems(page)).toEqual([]);
  await page.evaluate(() => {
    const plant = document.createElement('div');
    plant.innerHTML = '<button></button><p>Faint</p>';
    // One by one, as the page's policy has it.
    Object.assign(plant.querySelector('p')!.style, { color: '#999', background: '#fff' });
    document.querySelector('main')?.append(plant);
  });
  expect(await problems(page)).toEqual([
    expect.stringContaining('button-name: <button></button>'),
    expect.stringMatching(/^color-contrast: <p.*>Faint<\/p>/),
  ]);
});

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });

    test('a channel, its thread and its search', async ({ conversation, page }) => {
      await conversation.open('gudang-surabaya');
      await expect(conversation.messages.last()).toBeVisible();
      expect(await problems(page)).toEqual([]);
      await page.getByRole('button', { name: /5 replies/ }).click();
      await expect(page.getByRole('complementary').getByText('Confirmed on the')).toBeVisible();
      expect(await problems(page)).toEqual([]);
      await page.keyboard.press('Control+f');
      await page.keyboard.type('palet');
      await expect(page.getByRole('option').first()).toBeVisible();
      expect(await problems(page)).toEqual([]);
    });

    test('what waits, what was refused, a hole and an edit', async ({ conversation, page }) => {
      await page.evaluate(() => window.fixture?.connect(false));
      await conversation.open('menunggu');
      await expect(page.getByText('Waiting for the network')).toBeVisible();
      expect(await problems(page)).toEqual([]);
      await conversation.open('lubang');
      await expect(page.getByText(/older messages are not on this computer/)).toBeVisible();
      expect(await problems(page)).toEqual([]);
    });

    test('every kind of message, the menu and the picker', async ({ conversation, page }) => {
      await conversation.open('semua-jenis');
      await expect(conversation.messages.first()).toBeAttached();
      expect(await problems(page)).toEqual([]);
      await conversation.messages.nth(2).click({ button: 'right' });
      await expect(page.getByRole('menu')).toBeVisible();
      expect(await problems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Emoji', exact: true }).click();
      await expect(page.getByRole('gridcell', { name: 'thumbs up' }).first()).toBeVisible();
      expect(await problems(page)).toEqual([]);
    });
  });
}

test('the focus is in the composer after the switcher has gone somewhere', async ({
  conversation,
  page,
}) => {
  await conversation.open('kosong');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.evaluate(() => {
    const channel = window.fixture?.office.channels.find((one) => one.view.name === 'panjang');
    location.hash = `#/c/${channel?.view.id ?? ''}`;
  });
  await page.locator('main h2', { hasText: 'panjang' }).waitFor();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(conversation.composer).toBeFocused();
});
