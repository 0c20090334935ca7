import { Colleague } from './colleague.ts';
import { ready } from './ready.ts';
import type { Scene } from './scene.ts';

/** Many pages, of which the newest comes at once. */
const MISSED = 2_400;
/** A page in a second or two; then so few bytes that nothing moves while a picture is taken. */
const SLOW = 100_000;
const CRAWL = 500;
/** Between two looks at whether something still moves. */
const QUIET_MS = 300;

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
  const heightOf = async (): Promise<number> => {
    // Far above, its row is not drawn.
    if ((await gap.count()) === 0) return 0;
    return (await gap.boundingBox({ timeout: 1_000 }).catch(() => null))?.y ?? 0;
  };
  const inSight = (y: number): boolean => y >= 100 && y <= 500;
  for (const theme of ['light', 'dark'] as const) {
    await desk.list.hover();
    // A page that was on its way moves it once more.
    for (let y = await heightOf(), still = 0; !inSight(y) || still < 3; y = await heightOf()) {
      if (!inSight(y)) await page.mouse.wheel(0, y < 100 ? -200 : 200);
      still = inSight(y) ? still + 1 : 0;
      await page.waitForTimeout(QUIET_MS);
    }
    await desk.composer.hover();
    await camera.take(page, 'hole', [theme]);
  }
  await screen.close();
};
