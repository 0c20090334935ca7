import { mainPasses } from './pass.ts';
import { ready } from './ready.ts';
import type { Scene } from './scene.ts';

/** Sections of one's own in the sidebar, open and folded. */
export const sections: Scene = async (studio) => {
  const { camera } = studio;
  const { page, desk } = await studio.mainScreen();
  await ready(page);
  const move = async (channel: string, section: string, isNew = false): Promise<void> => {
    await desk.place(channel).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Move to a section' }).click();
    const dialog = page.getByRole('dialog');
    if (isNew) {
      await dialog.getByRole('button', { name: 'New section' }).click();
      await page.getByRole('textbox', { name: 'Section name' }).fill(section);
      if (section === 'Dermaga') await camera.take(page, 'sections-new');
      await page.keyboard.press('Enter');
    } else {
      if (channel === 'umum') await camera.take(page, 'sections-move');
      await dialog.getByRole('button', { name: section }).click();
    }
    const listed = desk.sidebar.getByRole('region', { name: section, exact: true });
    await listed.getByRole('link', { name: new RegExp(`^${channel}`) }).waitFor();
  };
  await move('engineering', 'Dermaga', true);
  await move('support-apac', 'Pelanggan', true);
  await move('umum', 'Dermaga');
  await move('penjualan', 'Pelanggan');
  await desk.open('engineering');
  await page.mouse.move(0, 0);
  await camera.take(page, 'sections');
  await desk.sidebar.getByRole('button', { name: 'Hide Pelanggan' }).click();
  await desk.sidebar.getByRole('button', { name: 'Section Dermaga' }).click();
  await page.getByRole('menu').waitFor();
  await camera.take(page, 'sections-menu');
  for (const { name, themes, context } of mainPasses) {
    const screen = await studio.mainScreen(context);
    await ready(screen.page);
    await camera.take(screen.page, `sections-${name}`, themes);
  }
  // What comes after opens a channel of the folded one.
  const { desk: next } = await studio.mainScreen();
  await next.sidebar.getByRole('button', { name: 'Show Pelanggan' }).click();
  await next.place('penjualan').waitFor();
};
