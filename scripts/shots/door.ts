import { join } from 'node:path';
import { Process } from '../../e2e/support/process.ts';
import { mainPasses } from './pass.ts';
import type { Scene } from './scene.ts';

/** The first run of somebody who was invited a minute ago, up to their first, empty window. */
export const door: Scene = async ({ office, browser, camera }) => {
  const invited = await Process.start<{ code: string }>([
    ...['server/cli/main.ts', 'user', 'add', '--json', '--data', join(office.dir, 'relay')],
    ...['--name', 'wulan.anggraini', '--display-name', 'Wulan Anggraini'],
    ...['--title', 'Magang · Surabaya'],
  ]);
  await invited.stop();
  const screen = await office.freshScreen(browser);
  const { page } = screen;
  const field = (label: string) => page.getByLabel(label, { exact: true });

  await field('Sign-in name').fill('ayu.kartika');
  await field('Password').fill('not the word');
  await camera.take(page, 'sign-in');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('This name and password do not match').waitFor();
  await camera.take(page, 'sign-in-wrong');

  await page.getByRole('button', { name: 'I have an invitation code' }).click();
  await field('Workspace address').fill('');
  await page.getByText('Step 1 of 3').waitFor();
  await camera.take(page, 'first-run-1');
  await field('Workspace address').fill(screen.cable.address);
  await field('Invitation code').fill(invited.answer.code);
  await field('Choose a password').fill('tiga kata biasa');
  await camera.take(page, 'first-run-2');
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.getByText('Almost there, Wulan').waitFor();
  await camera.take(page, 'first-run-3');
  await page.getByRole('button', { name: /^Open/ }).click();
  await page.getByText('Welcome to Nusa Mandiri').waitFor();
  await camera.take(page, 'empty-home');
  await page.getByRole('button', { name: 'Search', exact: true }).first().click();
  await page.getByRole('combobox', { name: 'Search messages' }).fill('invoice');
  await page.getByText('Nothing found').waitFor();
  await camera.take(page, 'empty-search');
  await screen.close();

  for (const { name, themes, context } of mainPasses) {
    const other = await office.freshScreen(browser, context);
    await other.page.locator('input[type=password]').waitFor();
    await camera.take(other.page, `${name}-sign-in`, themes);
    await other.close();
  }
};
