import type { Page } from 'playwright-core';

const PATIENCE_MS = 60_000;

declare global {
  interface Window {
    balaiSwitch: { arm(patience: number): void; shown: Promise<void> };
  }
}

/** Puts into the page what `goToNext` needs. */
export function watchSwitches(page: Page): Promise<void> {
  return page.evaluate(prepare);
}

/** Alt+Down, until the other channel's messages are painted; not only some that came meanwhile. */
export async function goToNext(page: Page): Promise<void> {
  await page.evaluate((patience) => window.balaiSwitch.arm(patience), PATIENCE_MS);
  await page.keyboard.press('Alt+ArrowDown');
  await page.evaluate(() => window.balaiSwitch.shown);
}

/** Runs in the page. A frame is painted when the task after its animation callback runs. */
function prepare(): void {
  const painted = (): Promise<void> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve();
        channel.port2.postMessage(null);
      });
    });
  const messages = (): Set<string | undefined> =>
    new Set(
      [...document.querySelectorAll<HTMLElement>('[data-message]')].map(
        (row) => row.dataset['message'],
      ),
    );
  const shown = (before: Set<string | undefined>, place: string): boolean => {
    const now = messages();
    return location.hash !== place && now.size > 0 && ![...now].some((id) => before.has(id));
  };
  const wait = (patience: number): Promise<void> => {
    const [before, place] = [messages(), location.hash];
    return new Promise((resolve, reject) => {
      const watch = new MutationObserver(() => {
        if (!shown(before, place)) return;
        watch.disconnect();
        clearTimeout(timer);
        resolve(painted());
      });
      const timer = setTimeout(() => {
        watch.disconnect();
        reject(new Error('the other channel never came'));
      }, patience);
      watch.observe(document.body, { childList: true, subtree: true });
    });
  };
  window.balaiSwitch = {
    arm: (patience) => void (window.balaiSwitch.shown = wait(patience)),
    shown: Promise.resolve(),
  };
}
