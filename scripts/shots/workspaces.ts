import type { Page } from 'playwright-core';
import { Office } from '../../e2e/support/office.ts';
import { DEMO_PASSWORD } from '../../server/services/demo/demo-state.ts';
import { mainPasses } from './pass.ts';
import { ready } from './ready.ts';
import type { Scene } from './scene.ts';

const NAME = 'bagas.pratama';

/** One person with two workspaces at one computer: added, side by side, and one that ended. */
export const workspaces: Scene = async ({ office, browser, camera }) => {
  const other = await Office.open({ workspace: 'Koperasi Sejahtera' });
  try {
    const screen = await office.screen(browser, NAME);
    const { page, desk } = screen;
    await ready(page);
    await desk.open('gudang-surabaya');
    await page.getByRole('button', { name: 'Nusa Mandiri: workspaces' }).click();
    await page.getByRole('menuitem', { name: 'Add a workspace' }).waitFor();
    await camera.take(page, 'workspaces-one');
    await page.getByRole('menuitem', { name: 'Add a workspace' }).click();
    await page.getByRole('heading', { name: 'Your other workspaces' }).waitFor();
    await camera.take(page, 'workspaces-door');
    await enter(page, other.address);
    await desk.open('umum');
    await page.mouse.move(0, 0);
    await camera.take(page, 'workspaces-second');
    await page.getByRole('button', { name: 'Koperasi Sejahtera: workspaces' }).click();
    await page.getByRole('menuitem', { name: 'Add a workspace' }).waitFor();
    await camera.take(page, 'workspaces-menu');
    await page.keyboard.press('Escape');
    for (const { name, themes, context } of mainPasses) {
      await screen.kill();
      await screen.reopen(context);
      await ready(screen.page);
      await screen.page.getByRole('navigation').first().getByRole('button').nth(1).waitFor();
      await camera.take(screen.page, `${name}-workspaces`, themes);
    }
    await screen.kill();
    await screen.reopen();
    await ready(screen.page);
    await other.disable(NAME);
    await screen.page.getByRole('button', { name: /you no longer have access/ }).waitFor();
    await camera.take(screen.page, 'workspaces-ended');
    await screen.page.getByRole('button', { name: /you no longer have access/ }).click();
    await screen.page.getByText('Its copy on this computer was deleted').waitFor();
    await camera.take(screen.page, 'workspaces-ended-door');
    await screen.close();
  } finally {
    await other.close();
  }
};

async function enter(page: Page, address: string): Promise<void> {
  await page.getByLabel('Workspace address').fill(address);
  await page.getByLabel('Sign-in name', { exact: true }).fill(NAME);
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('Almost there').waitFor();
  await page.getByRole('button', { name: /^Open Koperasi/ }).click();
}
