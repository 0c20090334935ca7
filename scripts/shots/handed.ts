import type { BrowserContextOptions } from 'playwright-core';
import { ready } from './ready.ts';
import type { Scene } from './scene.ts';

/** What a message brings along: previews of its links, what it hands on, what it said before. */
export const handed: Scene = async (studio) => {
  const { camera } = studio;
  const { page, desk } = await studio.mainScreen();
  const dialog = page.getByRole('dialog');
  const nothingUnder = () => page.mouse.move(0, 0);
  await ready(page);
  await desk.open('gudang-surabaya');
  await desk.write('Baca https://warta.id/harga sebelum rapat', 'sebelum rapat');
  const linked = desk.message('sebelum rapat').last();
  await linked.getByRole('link', { name: /Harga beras/ }).hover();
  await camera.take(page, 'preview');
  await desk.edit(linked, 'Baca https://warta.id/harga sebelum rapat **jam 10**');
  await desk.edit(linked, 'Baca https://warta.id/harga sebelum rapat **jam 11**');
  await linked.getByRole('button', { name: '(edited) Earlier versions' }).click();
  await dialog.getByRole('listitem').nth(2).waitFor();
  await camera.take(page, 'edit-history');
  await page.keyboard.press('Escape');
  await desk.choose(desk.message('Siap Pak').first(), 'Forward');
  await dialog.getByRole('option').first().waitFor();
  await camera.take(page, 'forward');
  await dialog.getByRole('combobox').fill('engin');
  await dialog.getByRole('option', { name: 'engineering' }).click();
  await dialog.getByRole('textbox', { name: /^Add a message/ }).fill('Untuk jadwal kita besok');
  await camera.take(page, 'forward-chosen');
  await dialog.getByRole('button', { name: 'Forward', exact: true }).click();
  await desk.open('engineering');
  await desk.messages.last().getByText('Forwarded from').waitFor();
  await nothingUnder();
  await camera.take(page, 'forwarded');

  const passes: readonly { name: string; context: BrowserContextOptions }[] = [
    { name: 'narrow', context: { viewport: { width: 900, height: 768 } } },
    { name: 'arabic', context: { locale: 'ar-EG' } },
  ];
  for (const { name, context } of passes) {
    const { page: other } = await studio.mainScreen(context);
    await ready(other);
    for (const place of ['gudang-surabaya', 'engineering']) {
      await other.keyboard.press('Control+k');
      await other.getByRole('dialog').getByRole('combobox').fill(place);
      await other.getByRole('dialog').getByRole('option', { name: place }).first().click();
      const list = other.getByRole('main').getByRole('log');
      await list.getByRole('article').last().waitFor();
      await camera.take(other, `handed-${place}-${name}`, ['light']);
      const last = list.getByRole('article').last();
      await last.focus();
      await other.keyboard.press('f');
      await other.getByRole('dialog').getByRole('option').first().waitFor();
      await camera.take(other, `forward-${place}-${name}`, ['light']);
      await other.keyboard.press('Escape');
    }
  }
};
