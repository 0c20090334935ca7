import type { Page } from 'playwright-core';
import { mainPasses } from './pass.ts';
import { ready } from './ready.ts';
import type { Scene } from './scene.ts';

/** Draws a few signs in the page, since an office has its own. */
const drawSign = (page: Page, hue: number, letter: string): Promise<string> =>
  page.evaluate(
    ([colour, sign]) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 96;
      const pen = canvas.getContext('2d')!;
      pen.fillStyle = `hsl(${colour} 70% 45%)`;
      pen.beginPath();
      pen.roundRect(4, 4, 88, 88, 22);
      pen.fill();
      pen.fillStyle = 'white';
      pen.font = 'bold 60px sans-serif';
      pen.textAlign = 'center';
      pen.fillText(sign, 48, 70);
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    },
    [hue, letter] as const,
  );

/** Emoji of the workspace: made, listed, in a text, in a reaction and in the picker. */
export const ownEmoji: Scene = async (studio) => {
  const { camera } = studio;
  const { page, desk } = await studio.mainScreen();
  await ready(page);
  for (const [name, hue, letter] of [
    ['nusa-mandiri', 170, 'N'],
    ['truk-datang', 30, 'T'],
    ['stok-aman', 130, 'S'],
  ] as const) {
    await page.goto(new URL('#/settings', page.url()).href);
    const buffer = Buffer.from(await drawSign(page, hue, letter), 'base64');
    const input = page.locator('[data-own-emoji]');
    await input.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer });
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill(name);
    if (name === 'truk-datang') await camera.take(page, 'own-emoji-add');
    await page.getByRole('dialog').getByRole('button', { name: 'Add emoji' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  await page.getByText(':stok-aman:').scrollIntoViewIfNeeded();
  await camera.take(page, 'own-emoji');
  await desk.open('umum');
  await desk.composer.fill('Truk dari Surabaya sudah masuk :truk-datang: :stok-aman:');
  await desk.composer.press('Enter');
  const said = desk.message('Truk dari Surabaya');
  await desk.react(said, 'nusa mandiri');
  await desk.composer.pressSequentially(':tru');
  await page.getByRole('option').first().waitFor();
  await page.mouse.move(0, 0);
  await camera.take(page, 'own-emoji-text');
  await desk.composer.fill('');
  await desk.main.getByRole('button', { name: 'Emoji', exact: true }).click();
  await page.getByRole('grid', { name: 'Emoji' }).waitFor();
  await camera.take(page, 'own-emoji-picker');
  for (const { name, themes, context } of mainPasses) {
    const screen = await studio.mainScreen(context);
    await ready(screen.page);
    await screen.page.goto(new URL('#/settings', screen.page.url()).href);
    await screen.page.getByText(':stok-aman:').scrollIntoViewIfNeeded();
    await camera.take(screen.page, `own-emoji-${name}`, themes);
  }
};
