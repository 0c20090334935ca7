import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '../../server/services/demo/demo-state.ts';

/** From the door of a computer that knows no workspace to the first conversation. */
export async function signIn(page: Page, address: string, name = 'ayu.kartika'): Promise<void> {
  await page.getByLabel('Workspace address').fill(address);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Open Nusa Mandiri' }).click();
}
