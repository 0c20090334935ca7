import { Colleague } from './colleague.ts';
import { ready } from './ready.ts';
import type { Scene } from './scene.ts';

/** Many pages, of which the newest comes at once. */
const MISSED = 2_400;
/** A page in a second or two; then so few bytes that nothing moves while a picture is taken. */
const SLOW = 100_000;
const CRAWL = 500;

const scans = Array.from({ length: MISSED }, (_, i) => {
  const rack = `${'ABC'[i % 3] ?? 'A'}${(i % 24) + 1}`;
  return `Palet ${2_000 + i} masuk rak ${rack}, ${12 + (i % 9)} karton, suhu -18,${i % 10}`;
});

/** Somebody was away while thousands of messages came, and is back on a slow line. */
export const hole: Scene = async ({ office, browser, camera }) => {
  const screen = await office.screen(browser, 'lukas.tukan');
  await ready(screen.page);
  await screen.kill();
  const sari = await Colleague.signIn(office, 'sari.wulandari');
  await sari.send('gudang-surabaya', scans);
  await sari.close();
  screen.cable.slowTo(SLOW);
  await screen.reopen();
  const { page, desk } = screen;
  await desk.open('gudang-surabaya');
  const gap = desk.main.getByText(/not on this computer yet/);
  await desk.list.hover();
  while (!(await gap.isVisible())) await page.mouse.wheel(0, -2_000);
  await desk.main.getByText(/^[2-6]\d%$/).waitFor();
  screen.cable.slowTo(CRAWL);
  // A page that was on its way moves it once more.
  const heightOf = async (): Promise<number> => (await gap.boundingBox())?.y ?? 0;
  for (const theme of ['light', 'dark'] as const) {
    await desk.list.hover();
    for (let y = await heightOf(); y < 100 || y > 500; y = await heightOf()) {
      await page.mouse.wheel(0, y < 100 ? -200 : 200);
    }
    await desk.composer.hover();
    await camera.take(page, 'hole', [theme]);
  }
  await screen.close();
};
