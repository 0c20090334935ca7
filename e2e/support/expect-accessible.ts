import { expect, type Page } from '@playwright/test';
import { smallTargets } from './small-targets.ts';
import { violations, WCAG_AA } from './violations.ts';

/**
 * No violation of WCAG 2.2 AA on what is on the screen, by day and by night, nor anything that is
 * too small to be pressed.
 */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await smallTargets(page)).toEqual([]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    const found = await violations(page, WCAG_AA);
    const told = found.map(({ id, help, nodes }) => ({
      rule: `${id}: ${help} (${colorScheme})`,
      where: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
    }));
    expect(told).toEqual([]);
  }
}
