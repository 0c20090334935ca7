import { mainPasses, type Pass } from './pass.ts';
import { ready } from './ready.ts';
import type { Scene, Studio } from './scene.ts';

/** What waits and what was refused once more; stands behind `offline`, which leaves it there. */
export const unsent: Scene = async (studio) => {
  for (const pass of mainPasses) await through(studio, pass);
};

async function through(studio: Studio, { name, themes, context, offline }: Pass): Promise<void> {
  const { page, cable } = await studio.mainScreen(context);
  const main = page.getByRole('main');
  const pill = page.getByRole('navigation').last().getByRole('button').last();
  const take = (what: string) => studio.camera.take(page, `${name}-${what}`, themes);
  const open = (channel: string) =>
    page.locator('nav [data-channel]').filter({ hasText: channel }).click();

  await ready(page);
  await pill.click();
  await page.getByRole('dialog').getByRole('link', { name: '#penjualan' }).waitFor();
  await take('refused-outbox');
  await page.getByRole('dialog').getByRole('link', { name: '#penjualan' }).click();
  await main.getByText('Kuota diskon').waitFor();
  await take('refused');
  cable.cut();
  await open('gudang-surabaya');
  await main.getByRole('textbox').fill('Saya cek sore ini.');
  await page.keyboard.press('Enter');
  await pill.filter({ hasText: offline }).waitFor();
  await take('waiting');
  await pill.click();
  await page.getByRole('dialog').waitFor();
  await take('offline');
  cable.mend();
}
