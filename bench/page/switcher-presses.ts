import type { Page } from 'playwright-core';
import { press } from './painted.ts';

/** Before they count. */
const WARM_UP_WORDS = 2;
const ROUNDS = 4;

/** Opens the switcher and types each word, letter by letter: ms from each key to its results. */
export async function switcherPresses(page: Page, words: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  const type = async (word: string): Promise<number[]> => {
    const taken = [await press(page, 'Control+k', 'results')];
    for (const letter of word) taken.push(await press(page, letter, 'results'));
    await page.keyboard.press('Escape');
    await page.locator('[role=dialog]').waitFor({ state: 'detached' });
    return taken;
  };
  for (const word of words.slice(0, WARM_UP_WORDS)) await type(word);
  for (let round = 0; round < ROUNDS; round++) {
    for (const word of words) times.push(...(await type(word)));
  }
  return times;
}
