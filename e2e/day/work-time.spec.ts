import { expect, test } from '@playwright/test';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';

let office: Office;
let ayu: Screen;
let bagas: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  ayu = await office.screen(browser, 'ayu.kartika');
  bagas = await office.screen(browser, 'bagas.pratama');
});
test.afterAll(() => office.close());

/** Bagas' place in Ayu's sidebar. */
const hisPlace = () => ayu.desk.sidebar.getByRole('link', { name: /^Bagas Pratama/ });

test('a pause is seen by colleagues, and ends', async () => {
  await expect(hisPlace()).not.toHaveAccessibleName(/, Off/);
  await bagas.page.goto(`${bagas.page.url().split('#')[0]}#/settings`);
  const pause = bagas.page.getByRole('region', { name: 'Pause' });
  await pause.getByRole('button', { name: '1 hour', exact: true }).click();
  await expect(pause).toContainText('Nothing rings until');
  await expect(hisPlace()).toHaveAccessibleName(/, Off/);
  await hisPlace().click();
  await expect(ayu.desk.main.getByText(/Paused until/)).toBeVisible();
  await pause.getByRole('button', { name: 'End the pause' }).click();
  await expect(hisPlace()).not.toHaveAccessibleName(/, Off/);
});
