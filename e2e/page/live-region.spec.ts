import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';

declare global {
  interface Window {
    told?: string[];
  }
}

/** Everything that a screen reader is told from now on, in order. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const told: string[] = [];
    window.told = told;
    for (const region of document.querySelectorAll('output')) {
      new MutationObserver(() => {
        const text = region.textContent.trim();
        if (text !== '') told.push(text);
      }).observe(region, { childList: true, characterData: true, subtree: true });
    }
  });
  return () => page.evaluate(() => window.told ?? []);
}

test('one message is told in words, several as a number, and the same words twice', async ({
  conversation,
  page,
}) => {
  await conversation.open('panjang');
  const told = await listen(page);
  await conversation.say('panjang', 'Truk sudah tiba');
  await expect.poll(told).toEqual([expect.stringMatching(/: Truk sudah tiba$/)]);
  await page.evaluate(() => {
    const { fixture } = window;
    for (let i = 0; i < 8; i++) fixture?.say('panjang', fixture.office.people[2]?.id ?? '', `${i}`);
  });
  await expect.poll(told).toEqual([expect.anything(), '8 new messages']);
  for (const times of [3, 4]) {
    await conversation.say('panjang', 'Sudah');
    await expect.poll(told).toHaveLength(times);
  }
  expect((await told()).at(-1)).toMatch(/: Sudah$/);
  // Nothing interrupts what is being read.
  await expect(page.locator('[aria-live="assertive"], [role="alert"]')).toHaveCount(0);
});

test('what one writes oneself, and history that is loaded, is no news', async ({
  conversation,
  page,
}) => {
  await conversation.open('panjang');
  const told = await listen(page);
  await conversation.composer.fill('Dari saya');
  await page.keyboard.press('Enter');
  await expect(conversation.messages.last()).toContainText('Dari saya');
  const oldest = await conversation.messages.first().getAttribute('data-message');
  await conversation.messages.last().hover();
  await expect(async () => {
    await page.mouse.wheel(0, -4_000);
    expect(await conversation.messages.first().getAttribute('data-message')).not.toBe(oldest);
  }).toPass();
  await conversation.open('gudang-surabaya');
  await conversation.open('panjang');
  await page.getByRole('button', { name: /newest/ }).click();
  await expect(conversation.messages.last()).toContainText('Dari saya');
  // Whatever was to be told before this has been told with it.
  await conversation.say('panjang', 'Dari orang lain');
  await expect.poll(told).toEqual([expect.stringMatching(/: Dari orang lain$/)]);
});
