import { ready } from './ready.ts';
import type { Scene } from './scene.ts';

/** What one keeps of what was said: pins, and what is saved for later. Also at 900 px and from right to left. */
export const keeping: Scene = async (studio) => {
  const { camera } = studio;
  const { page, desk } = await studio.mainScreen();
  await ready(page);
  await desk.open('gudang-surabaya');
  await desk.main.getByRole('button', { name: 'Pinned messages' }).click();
  await desk.panel.getByText('Nothing is pinned').waitFor();
  await camera.take(page, 'pins-none');
  for (const text of ['scanner export', 'Siap Pak']) {
    await desk.choose(desk.message(text).first(), 'Pin to this conversation');
  }
  await desk.panel.getByRole('listitem').nth(1).waitFor();
  await page.mouse.move(0, 0);
  await camera.take(page, 'pins');
  await desk.message('scanner export').click({ button: 'right' });
  await page.getByRole('menu').waitFor();
  await camera.take(page, 'pins-menu');
  await page.keyboard.press('Escape');

  const later = desk.sidebar.getByRole('link', { name: /^Saved for later/ });
  await later.click();
  await desk.main.getByText('Nothing is saved').waitFor();
  await camera.take(page, 'saved-none');
  await desk.open('gudang-surabaya');
  await desk.choose(desk.message('scanner export'), 'Save for later');
  await desk.choose(desk.message('Siap Pak').first(), 'Remind me');
  await page.getByRole('dialog').waitFor();
  await camera.take(page, 'saved-remind');
  await page.getByRole('button', { name: /^Tomorrow/ }).click();
  await page.mouse.move(0, 0);
  await camera.take(page, 'saved-marks');
  await later.click();
  await desk.main.getByRole('listitem').nth(1).waitFor();
  await page.mouse.move(0, 0);
  await camera.take(page, 'saved');

  for (const { name, context } of [
    { name: 'narrow', context: { viewport: { width: 900, height: 768 } } },
    { name: 'arabic', context: { locale: 'ar-EG' } },
  ]) {
    const { page: other } = await studio.mainScreen(context);
    await ready(other);
    await other.keyboard.press('Control+k');
    const dialog = other.getByRole('dialog');
    await dialog.getByRole('combobox').fill('gudang-surabaya');
    await dialog.getByRole('option', { name: 'gudang-surabaya' }).first().click();
    const main = other.getByRole('main');
    await main.getByRole('article').last().waitFor();
    await main.getByRole('button', { name: /^2 pinned|رسالتان/ }).click();
    await other.mouse.move(0, 0);
    await camera.take(other, `pins-${name}`, ['light']);
    await other.locator('a[href="#/saved"]').click({ force: true });
    await main.getByRole('listitem').nth(1).waitFor();
    await camera.take(other, `saved-${name}`, ['light']);
  }
};
