import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** From a key to the paint after it, ms; the page notes it for each press. `copy` paints the list anew. */
const noteKeys = (page: Page, until: 'copy' | 'painted' | 'messages'): Promise<void> =>
  page.evaluate((what) => {
    const times: number[] = [];
    Object.assign(globalThis, { keyTimes: times });
    const copy = document.createElement('div');
    copy.style.cssText = 'position:fixed;inset:0;overflow:hidden;pointer-events:none';
    if (what === 'copy') document.body.append(copy);
    else document.body.querySelector('body > div[style*="inset:0"]')?.remove();
    const shown = (): string | null | undefined =>
      document.querySelector('main [data-message]')?.getAttribute('data-message');
    addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Alt') return;
        const from = event.timeStamp;
        const before = shown();
        if (what === 'copy')
          copy.replaceChildren(document.querySelector('main [role="log"]')!.cloneNode(true));
        const painted = (): void => {
          requestAnimationFrame(() => {
            if (what === 'messages' && (shown() === before || shown() === undefined))
              return painted();
            const { port1, port2 } = new MessageChannel();
            port2.addEventListener('message', () => times.push(performance.now() - from), {
              once: true,
            });
            port2.start();
            port1.postMessage(null);
            return undefined;
          });
        };
        painted();
      },
      { capture: true },
    );
  }, until);
const noted = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as unknown as { keyTimes: number[] }).keyTimes);

/** What it costs here and now to paint the list by bare DOM: on a busy machine all takes longer. */
async function copyByKey(page: Page): Promise<number> {
  await noteKeys(page, 'copy');
  for (let i = 1; i <= 20; i += 1) {
    await page.keyboard.press('F8');
    await expect.poll(async () => (await noted(page)).length).toBe(i);
  }
  return median(await noted(page));
}

// `npm run bench` measures; these only notice when something begins to cost many times as much.
test('going from channel to channel by key', async ({ conversation, page }) => {
  await conversation.open('panjang');
  const copy = await copyByKey(page);
  await noteKeys(page, 'messages');
  for (let i = 0; i < 30; i += 1) {
    const before = await noted(page).then((times) => times.length);
    await page.keyboard.press(i % 2 === 0 ? 'Alt+ArrowDown' : 'Alt+ArrowUp');
    await expect.poll(async () => (await noted(page)).length).toBe(before + 1);
  }

  expect(median(await noted(page)) / copy).toBeLessThan(10);
});

test('typing with a long list above', async ({ conversation, page }) => {
  await conversation.open('panjang');
  for (let i = 0; i < 6; i += 1) {
    await page.evaluate(() => {
      const scroller = document.querySelector('main [role="log"]')?.parentElement;
      if (scroller) scroller.scrollTop = 100;
    });
    await page.evaluate(() => new Promise((resolve) => void requestAnimationFrame(resolve)));
  }
  const copy = await copyByKey(page);
  await conversation.composer.focus();
  await noteKeys(page, 'painted');
  await page.keyboard.type(
    'Palet nomor empat belas masuk ke ruang dingin, @sari tolong cek lagi ya. ',
    { delay: 30 },
  );
  const times = await noted(page);
  expect(times.length).toBeGreaterThan(60);

  expect(median(times) / copy).toBeLessThan(3);
});
