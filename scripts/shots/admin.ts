import { mainPasses } from './pass.ts';
import { ready } from './ready.ts';
import type { Scene } from './scene.ts';
import { fillMoment, momentField } from '../../e2e/support/moment.ts';

/** The owner of the workspace takes somebody in, ends somebody's access, and names the holidays. */
export const admin: Scene = async ({ office, browser, camera }) => {
  const screen = await office.screen(browser, 'hendra.wijaya');
  const { page, desk } = screen;
  const dialog = page.getByRole('dialog');
  await ready(page);
  await page.getByRole('button', { name: 'Administration' }).click();
  await desk.main.getByText('Agus Setiawan').waitFor();
  await camera.take(page, 'admin');
  await page.getByRole('button', { name: 'Account of Agus Setiawan' }).click();
  await page.getByRole('menu').waitFor();
  await camera.take(page, 'admin-menu');
  await page.getByRole('menuitem', { name: 'Change role' }).click();
  await dialog.waitFor();
  await camera.take(page, 'admin-role');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Account of Agus Setiawan' }).click();
  await page.getByRole('menuitem', { name: 'Deactivate account' }).click();
  await page.getByRole('alertdialog').waitFor();
  await camera.take(page, 'admin-close');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add a person' }).click();
  await dialog.getByLabel('Name', { exact: true }).fill('Made Sukerti');
  await camera.take(page, 'admin-add');
  await dialog.getByRole('button', { name: 'Add person' }).click();
  await dialog.getByText('Invitation code', { exact: true }).waitFor();
  await camera.take(page, 'admin-invitation');
  await page.keyboard.press('Escape');
  for (const [day, name] of [
    ['2026-12-25', 'Hari Raya Natal'],
    ['2027-01-01', 'Tahun Baru'],
  ] as const) {
    await fillMoment(momentField(desk.main, 'Day'), day);
    await desk.main.getByLabel('Name', { exact: true }).fill(name);
    await desk.main.getByRole('button', { name: 'Add', exact: true }).click();
    await desk.main.getByRole('listitem').filter({ hasText: name }).waitFor();
  }
  await desk.main.getByRole('button', { name: 'Add', exact: true }).scrollIntoViewIfNeeded();
  await camera.take(page, 'admin-end');
  for (const { name, themes, context } of mainPasses) {
    await screen.kill();
    await screen.reopen(context);
    await ready(screen.page);
    await screen.page.goto(new URL('#/admin', screen.page.url()).href);
    await screen.page.getByRole('main').getByText('Agus Setiawan').waitFor();
    await camera.take(screen.page, `${name}-admin`, themes);
  }
  await screen.close();
};
