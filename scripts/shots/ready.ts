import type { Page } from 'playwright-core';

/** The sidebar has come, a conversation is open, and nothing is being fetched any more. */
export async function ready(page: Page): Promise<void> {
  await page.locator('nav [data-channel]').first().waitFor({ state: 'attached' });
  await page.getByRole('main').getByRole('article').last().waitFor();
  await page.getByRole('progressbar').first().waitFor({ state: 'detached' });
}
