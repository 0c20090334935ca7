import { mainPasses } from './pass.ts';
import { ready } from './ready.ts';
import type { Scene } from './scene.ts';

/** Groups of people: made by an owner, called in a message, and who is in them. */
export const groups: Scene = async ({ office, browser, camera }) => {
  const screen = await office.screen(browser, 'hendra.wijaya');
  const { page, desk } = screen;
  const dialog = page.getByRole('dialog');
  await ready(page);
  await page.getByRole('button', { name: 'Administration' }).click();
  for (const [name, about, people] of [
    ['keuangan', 'Kas, tagihan dan gaji', ['Ayu', 'Ratna', 'Bagas']],
    ['gudang-malam', 'Regu malam di Surabaya', ['Agus', 'Rahmat']],
  ] as const) {
    await page.getByRole('button', { name: 'Create a group' }).click();
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await dialog.getByRole('textbox', { name: /What it is for/ }).fill(about);
    for (const person of people) {
      await dialog.getByRole('combobox').fill(person);
      await dialog.getByRole('option').first().click();
    }
    if (name === 'keuangan') await camera.take(page, 'groups-add');
    await dialog.getByRole('button', { name: 'Create group' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
  await page.getByRole('button', { name: 'Create a group' }).scrollIntoViewIfNeeded();
  await camera.take(page, 'groups');
  await page.keyboard.press('Escape');
  await desk.open('umum');
  await desk.composer.pressSequentially('Laporan kas besok, @ke');
  await page.getByRole('option', { name: /@keuangan/ }).waitFor();
  await camera.take(page, 'groups-choice');
  await desk.composer.press('Enter');
  await desk.composer.press('Enter');
  await desk.messages.last().getByRole('link', { name: '@keuangan' }).click();
  await desk.panel.getByRole('listitem').first().waitFor();
  await camera.take(page, 'groups-panel');
  for (const { name, themes, context } of mainPasses) {
    await screen.kill();
    await screen.reopen(context);
    await ready(screen.page);
    await screen.page.goto(new URL('#/admin', screen.page.url()).href);
    await screen.page.getByText('@keuangan').first().scrollIntoViewIfNeeded();
    await camera.take(screen.page, `groups-${name}`, themes);
  }
  await screen.close();
};
