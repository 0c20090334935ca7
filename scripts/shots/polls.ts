import { ready } from './ready.ts';
import type { Scene } from './scene.ts';

const QUESTION = 'Rapat anggaran 2027 hari apa?';

/** A poll from its form to its end. Also at 900 px and from right to left. */
export const polls: Scene = async (studio) => {
  const { camera, office, browser } = studio;
  const { page, desk } = await studio.mainScreen();
  await ready(page);
  await desk.open('gudang-surabaya');
  await desk.main.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menu').waitFor();
  await camera.take(page, 'composer-add');
  await page.getByRole('menuitem', { name: 'Poll' }).click();
  const form = page.getByRole('dialog', { name: 'New poll' });
  await form.getByLabel('Question').fill(QUESTION);
  await form.getByRole('button', { name: 'Add an answer' }).click();
  for (const [n, day] of ['Senin pagi', 'Selasa sore', 'Kamis, setelah makan siang'].entries()) {
    await form.getByLabel(`Answer ${n + 1}`, { exact: true }).fill(day);
  }
  await camera.take(page, 'poll-form');
  await form.getByRole('button', { name: 'Start poll' }).click();
  await desk.message(QUESTION).waitFor();
  await camera.take(page, 'poll-new');
  const bagas = await office.screen(browser, 'bagas.pratama');
  await ready(bagas.page);
  await bagas.desk.open('gudang-surabaya');
  for (const one of [desk, bagas.desk]) {
    await one
      .message(QUESTION)
      .getByRole('button', { name: /^Selasa sore/ })
      .click();
  }
  await desk.message(QUESTION).getByText('2 people voted').waitFor();
  await bagas.close();
  await page.mouse.move(0, 0);
  await camera.take(page, 'poll');
  await desk.message(QUESTION).getByRole('button', { name: 'Close poll' }).click();
  await desk.message(QUESTION).getByText('Closed').waitFor();
  await camera.take(page, 'poll-closed');
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
    await other.getByText(QUESTION).last().waitFor();
    await other.mouse.move(0, 0);
    await camera.take(other, `poll-${name}`, ['light']);
  }
};
