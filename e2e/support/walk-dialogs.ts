import type { Page } from '@playwright/test';
import { addressOf, drawn, goTo, leave, openAt, type See } from './walk.ts';

const QUESTION = 'Rapat hari apa?';

/** What this walk itself writes. */
export const WRITTEN = [QUESTION, 'Senin', 'Selasa', 'Dermaga', 'besok', 'besok pagi'];

/**
 * The menus and dialogs of somebody who is signed in: those of a message, of the composer, of a
 * channel and of oneself; `see` looks at each.
 */
export async function walkDialogs(
  page: Page,
  where: { channel: string; rootText: string },
  see: See,
): Promise<void> {
  await ofAMessage(page, where, see);
  await ofTheComposer(page, see);
  await ofAChannel(page, where.channel, see);
  await ofOneself(page, see);
}

async function ofAMessage(
  page: Page,
  where: { channel: string; rootText: string },
  see: See,
): Promise<void> {
  const { keyboard } = page;
  const dialog = page.getByRole('dialog');
  const menu = page.getByRole('menu');
  const root = await openAt(page, where);
  await root.focus();
  await keyboard.press('+');
  await dialog.getByRole('gridcell').first().waitFor();
  await see('the emoji picker');
  await leave(dialog);
  const menuOf = async (): Promise<void> => {
    await root.click({ button: 'right', position: { x: 2, y: 2 } });
    await menu.waitFor();
  };
  await menuOf();
  await see('the menu of a message');
  for (const icon of ['alarm-clock', 'list-checks', 'forward']) {
    await drawn(menu, icon).click();
    await dialog.waitFor();
    await see(`a dialog of a message: ${icon}`);
    await leave(dialog);
    await menuOf();
  }
  await leave(menu);
}

async function ofTheComposer(page: Page, see: See): Promise<void> {
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const menu = page.getByRole('menu');
  const composer = main.getByRole('textbox').last();
  const last = main.getByRole('article').last();
  await composer.fill('besok');
  await composer.press('Enter');
  await last.filter({ hasText: 'besok' }).waitFor();
  await last.focus();
  await page.keyboard.press('e');
  await last.getByRole('textbox').fill('besok pagi');
  await see('a message being edited');
  await last.getByRole('textbox').press('Enter');
  await last.filter({ hasText: 'besok pagi' }).waitFor();
  await last.focus();
  await page.keyboard.press('h');
  await dialog.waitFor();
  await see('what a message said before');
  await leave(dialog);
  await last.focus();
  await page.keyboard.press('Delete');
  await page.getByRole('alertdialog').waitFor();
  await see('whether to delete');
  await leave(page.getByRole('alertdialog'));
  for (const typed of ['@', '/', '#']) {
    await composer.fill('');
    await composer.pressSequentially(typed);
    await page.getByRole('option').first().waitFor();
    await see(`what may follow ${typed}`);
  }
  await composer.fill('besok');
  await drawn(main, 'chevron-down').last().click();
  await menu.waitFor();
  await see('when to send');
  await drawn(menu, 'calendar-clock').click();
  await dialog.waitFor();
  await see('a day and time to send at');
  await leave(dialog);
  await composer.fill('');
  for (const icon of ['chart-column', 'list-todo', 'list-checks']) {
    await drawn(main, 'plus').last().click();
    await menu.waitFor();
    await see('what one can make');
    await drawn(menu, icon).click();
    await dialog.waitFor();
    const fields = dialog.getByRole('textbox');
    await fields.nth(0).fill(QUESTION);
    if (icon !== 'list-checks') await fields.nth(1).fill('Senin');
    if (icon === 'chart-column') await fields.nth(2).fill('Selasa');
    await see(`a form: ${icon}`);
    await fields.nth(0).press('Enter');
    if (await dialog.isVisible()) await dialog.locator('footer button').last().click();
    await dialog.waitFor({ state: 'hidden' });
  }
  await see('a poll and a checklist');
  await goTo(page, '#/tasks');
  await drawn(main, 'plus').click();
  await dialog.getByRole('textbox').first().fill(QUESTION);
  await see('a task by itself');
  await page.keyboard.press('Enter');
  await main.getByText(QUESTION).waitFor();
  await see('a task in its list');
}

async function ofAChannel(page: Page, channel: string, see: See): Promise<void> {
  const dialog = page.getByRole('dialog');
  const menu = page.getByRole('menu');
  const row = page.locator('nav [data-channel]').filter({ hasText: channel }).first();
  const menuOf = async (): Promise<void> => {
    // Where the window is too narrow for it, the list lies over the page.
    if (!(await row.isVisible())) await page.keyboard.press('Control+Shift+D');
    await row.click({ button: 'right' });
    await menu.waitFor();
  };
  await menuOf();
  await see('the menu of a channel');
  await drawn(menu, 'folder-input').click();
  await dialog.waitFor();
  await see('which section it belongs to');
  await drawn(dialog, 'plus').click();
  await dialog.getByRole('textbox').fill('Dermaga');
  await see('a new section');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await menuOf();
  await drawn(menu, 'log-out').click();
  const asked = page.locator('[role=dialog], [role=alertdialog]').last();
  await asked.waitFor();
  await see('whether to leave');
  await leave(asked);
  await goTo(page, `${await addressOf(page, channel)}?panel=details`);
  const panel = page.locator('aside');
  await drawn(panel, 'user-plus').first().click();
  await dialog.waitFor();
  await see('who shall join');
  await leave(dialog);
  await drawn(panel, 'pencil').first().click();
  await dialog.waitFor();
  await see('what a channel is about');
  await leave(dialog);
  await goTo(page, await addressOf(page, channel));
}

async function ofOneself(page: Page, see: See): Promise<void> {
  const dialog = page.getByRole('dialog');
  const menu = page.getByRole('menu');
  const rail = page.getByRole('navigation').first();
  // Where the window is too narrow for it, it comes with the list.
  if (!(await drawn(rail, 'plus').last().isVisible())) await page.keyboard.press('Control+Shift+D');
  await drawn(rail, 'plus').last().click();
  await menu.waitFor();
  await see('the menu of what one can make');
  await drawn(menu, 'hash').click();
  await dialog.waitFor();
  await see('a new channel');
  await leave(dialog);
  const opens = rail.locator('[aria-haspopup]');
  await opens.first().click();
  await menu.waitFor();
  await see('the menu of the workspaces');
  await leave(menu);
  await opens.last().click();
  await menu.waitFor();
  await see('the menu of oneself');
  await drawn(menu, 'smile').click();
  await dialog.waitFor();
  await see('a status');
  await leave(dialog);
}
