import axe, { type Result } from 'axe-core';
import { expect, type Page } from '@playwright/test';

/** Those of WCAG 2.2 AA, with what it takes over from the versions before. */
export const WCAG_AA: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What of a page breaks one of axe's rules: those with one of these tags, or all of them.
 *
 * It asks within the page, and only for what is wrong. `@axe-core/playwright` opens a blank page
 * for each question, to put frames together, and tells of all that is right: six times as long.
 */
export async function violations(page: Page, tags?: readonly string[]): Promise<Result[]> {
  // A frame would have to be asked by itself.
  expect(page.frames()).toHaveLength(1);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async (values) => {
      // What is still fading in is paler than it will be.
      const moves = document.getAnimations().filter(({ effect }) => {
        const { endTime } = effect?.getComputedTiming() ?? {};
        return typeof endTime === 'number' && Number.isFinite(endTime);
      });
      await Promise.allSettled(moves.map(({ finished }) => finished));
      const { axe: inPage } = window as unknown as { axe: typeof axe };
      const found = await inPage.run(document, {
        resultTypes: ['violations'],
        ...(values === undefined ? {} : { runOnly: { type: 'tag', values } }),
      });
      return found.violations;
    },
    tags === undefined ? undefined : [...tags],
  );
}
