import { allPasses, type Pass } from './pass.ts';
import { ready } from './ready.ts';
import type { Scene, Studio } from './scene.ts';

/**
 * The main screens once more: in other languages, from right to left, in high contrast, in small
 * windows, at 200 %. They are reached by keys, which are the same in every language.
 */
export const again: Scene = async (studio) => {
  for (const pass of allPasses) await through(studio, pass);
};

async function through(studio: Studio, { name, themes, context }: Pass): Promise<void> {
  const { page } = await studio.mainScreen(context);
  const main = page.getByRole('main');
  const panel = page.getByRole('complementary').last();
  const take = (what: string) => studio.camera.take(page, `${name}-${what}`, themes);
  const press = (key: string) => page.keyboard.press(key);
  const dialog = page.getByRole('dialog');
  const nothingUnder = () => page.mouse.move(0, 0);

  await ready(page);
  await press('Control+k');
  await dialog.getByRole('combobox').fill('gudang-surabaya');
  await dialog.getByRole('option', { name: 'gudang-surabaya' }).first().click();
  const scanner = main.getByRole('article').filter({ hasText: 'scanner export' });
  await scanner.waitFor();
  await nothingUnder();
  await take('channel');
  await scanner.focus();
  await press('+');
  await dialog.getByRole('gridcell').first().waitFor();
  await take('emoji');
  await press('Escape');
  await scanner.focus();
  await press('r');
  await panel.getByText('No need to rescan').waitFor();
  await nothingUnder();
  await take('thread');
  await scanner.getByRole('button', { name: 'Tom Whitfield' }).last().click({ force: true });
  await panel.getByRole('heading', { name: 'Tom Whitfield' }).waitFor();
  await nothingUnder();
  await take('profile');
  await press('Control+Shift+F');
  await panel.getByRole('combobox').fill('sinar laut');
  await panel.getByText('Sinar').first().waitFor();
  await take('search');
  await press('Control+k');
  await dialog.getByRole('combobox').fill('sin');
  await dialog.getByText('Sinar').first().waitFor();
  await take('switcher');
  await press('Escape');
  await press('Control+/');
  await dialog.waitFor();
  await take('shortcuts');
  await press('Escape');
  await press('Control+,');
  await main.getByRole('radio').first().waitFor();
  await take('settings');
  await press('Control+Shift+L');
  await main.getByText('sinergi-2027').waitFor();
  await take('browse');
  await press('Control+Shift+D');
  await take('sidebar');
}
