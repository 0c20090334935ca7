import type { Page } from 'playwright-core';

/**
 * The sidebar has come, a conversation is open, and nothing is being fetched any more. The one that
 * was open last may be empty: of that the beginning comes, and no message.
 */
export async function ready(page: Page): Promise<void> {
  await page.locator('nav [data-channel]').first().waitFor({ state: 'attached' });
  const main = page.getByRole('main');
  const beginning = main.getByRole('heading', { level: 3 });
  await main.getByRole('article').last().or(beginning).last().waitFor();
  await page.getByRole('progressbar').first().waitFor({ state: 'detached' });
}
