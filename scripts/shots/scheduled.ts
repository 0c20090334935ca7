import { mainPasses } from './pass.ts';
import { ready } from './ready.ts';
import type { Scene } from './scene.ts';
import { fillMoment, momentField } from '../../e2e/support/moment.ts';

const DAY = 86_400_000;
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** What goes out later, and what one may do for somebody who is away. */
export const scheduled: Scene = async ({ office, browser, camera }) => {
  const bagas = await office.screen(browser, 'bagas.pratama');
  await ready(bagas.page);
  await bagas.page.goto(new URL('#/settings', bagas.page.url()).href);
  const absence = bagas.page.getByRole('region', { name: 'Absence' });
  await fillMoment(momentField(absence, 'First day'), dateOf(Date.now()));
  await fillMoment(momentField(absence, 'Last day'), dateOf(Date.now() + 4 * DAY));
  await absence.getByRole('combobox').fill('Sari');
  await bagas.page.getByRole('option').first().click();
  await absence.getByRole('button', { name: 'Save' }).click();
  const screen = await office.screen(browser, 'hendra.wijaya');
  const { page, desk } = screen;
  await ready(page);
  const open = async (): Promise<void> => {
    const sidebar = screen.desk.sidebar.getByRole('link', { name: /^Bagas Pratama/ });
    if (await sidebar.isVisible()) return sidebar.click();
    await screen.page.keyboard.press('Control+k');
    const dialog = screen.page.getByRole('dialog');
    await dialog.getByRole('combobox').fill('Bagas Pratama');
    await dialog.getByRole('option').first().click();
  };
  await open();
  await desk.main.getByText(/Your message is sent then/).waitFor();
  await desk.composer.fill('Tolong kirim laporan stok bulan ini');
  await camera.take(page, 'off-bar');
  await desk.main.getByRole('button', { name: 'Urgent', exact: true }).click();
  await camera.take(page, 'off-bar-urgent');
  await page.keyboard.press('Escape');
  await desk.main.getByRole('button', { name: 'Send later', exact: true }).click();
  await page.getByRole('menu').waitFor();
  await camera.take(page, 'later-menu');
  await page.getByRole('menuitem', { name: 'Choose day and time' }).click();
  await page.getByRole('dialog').waitFor();
  await camera.take(page, 'later-dialog');
  await page.keyboard.press('Escape');
  await desk.composer.press('Enter');
  await desk.main.getByText(/message scheduled/).waitFor();
  await camera.take(page, 'scheduled-line');
  await desk.open('umum');
  await desk.composer.fill('Selamat pagi semua, rapat mingguan kita mulai jam 10.');
  await desk.main.getByRole('button', { name: 'Send later', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Tomorrow/ }).click();
  // Killed before it is kept, the program would know nothing of it.
  await desk.main.getByText(/message scheduled/).waitFor();
  for (const { name, themes, context } of mainPasses) {
    await screen.kill();
    await screen.reopen(context);
    await screen.page.getByRole('navigation').getByRole('link').first().waitFor();
    await screen.page.goto(new URL('#/scheduled', screen.page.url()).href);
    await screen.page.getByText('rapat mingguan').waitFor();
    await camera.take(screen.page, `${name}-scheduled`, themes);
  }
  await bagas.close();
  await screen.close();
};
