import { expect, test } from '@playwright/test';
import { DEMO_PASSWORD } from '../../server/services/demo/demo-state.ts';
import { Office } from '../support/office.ts';
import { fillMoment, momentField } from '../support/moment.ts';

let office: Office;
test.beforeAll(async () => {
  office = await Office.open();
});
test.afterAll(() => office.close());

const PASSWORD = 'kertas gunting batu';

test('a new colleague comes in by invitation, leaves, and comes in by password', async ({
  browser,
}) => {
  const code = await office.invite('wahyu.utomo', 'Wahyu Utomo');
  const { page, desk, cable } = await office.freshScreen(browser);
  await page.getByLabel('Workspace address').fill(cable.address);
  await expect(page.getByRole('heading', { name: 'Sign in to Nusa Mandiri' })).toBeVisible();

  await page.getByRole('button', { name: 'I have an invitation code' }).click();
  await expect(page.getByRole('heading', { name: 'Join Nusa Mandiri' })).toBeVisible();
  await page.getByLabel('Invitation code').fill('0000-0000-0000-0000');
  await page.getByLabel('Choose a password', { exact: true }).fill('pendek');
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByText('Use at least 10 characters.')).toBeVisible();
  await page.getByLabel('Choose a password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('alert')).toHaveText(
    'This invitation is not valid, or it has been used. Ask for a new one.',
  );
  await page.getByLabel('Invitation code').fill(code);
  await page.getByRole('button', { name: 'Join' }).click();

  await expect(page.getByRole('heading', { name: 'Almost there, Wahyu Utomo' })).toBeVisible();
  const days = page.getByRole('group', { name: 'Working days' });
  await days.getByRole('button', { name: 'Sunday' }).click();
  await fillMoment(momentField(page.locator('body'), 'From'), '07:30');
  await page.getByRole('button', { name: 'Open Nusa Mandiri' }).click();
  await expect(desk.sidebar).toBeVisible();
  await expect(desk.main).toContainText('Welcome to Nusa Mandiri');
  await expect(desk.pill).toHaveText('Connected');

  await page.keyboard.press('Control+,');
  await expect(momentField(page.locator('body'), 'From')).toHaveText(/07.?:.?30/);
  const hours = page.getByRole('region', { name: 'Working hours' });
  const sunday = hours.getByRole('button', { name: 'Sunday' });
  await expect(sunday).toHaveAttribute('aria-pressed', 'false');
  await page.getByRole('button', { name: 'Sign out' }).click();
  const question = page.getByRole('alertdialog', { name: 'Sign out of Nusa Mandiri?' });
  await question.getByRole('button', { name: 'Sign out' }).click();

  await page.getByLabel('Password', { exact: true }).waitFor();
  await page.getByLabel('Name').fill('wahyu.utomo');
  await page.getByLabel('Password', { exact: true }).fill('bukan ini');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(
    'This name and password do not match. Check both, and Caps Lock. If you forgot it, ask your IT team for a new code.',
  );
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Password', { exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Open Nusa Mandiri' }).click();
  await expect(desk.pill).toHaveText('Connected');
});

test('an address where no relay is says so, and what to do', async ({ browser }) => {
  const { page, cable } = await office.freshScreen(browser);
  const address = page.getByLabel('Workspace address');
  await address.fill('bukan alamat');
  await expect(page.getByText('This is not a workspace address.')).toBeVisible();
  cable.cut();
  await address.fill(cable.address);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Nothing answers at this address.')).toBeVisible();
  cable.mend();
  await address.fill(`${cable.address}/`);
  await page.getByLabel('Name').fill('sari.wulandari');
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByLabel('Password', { exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Almost there, Sari Wulandari' })).toBeVisible();
});
