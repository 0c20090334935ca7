import { expect, test } from '@playwright/test';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';

let office: Office;
let hendra: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  hendra = await office.screen(browser, 'hendra.wijaya');
});
test.afterAll(() => office.close());

test('an owner takes somebody in, and ends their access the day they leave', async ({
  browser,
}) => {
  const { page, desk } = hendra;
  await page.getByRole('button', { name: 'Administration' }).click();
  await page.getByRole('button', { name: 'Add a person' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a person' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Made Sukerti');
  const signInName = dialog.getByRole('textbox', { name: 'Sign-in name' });
  await expect(signInName).toHaveValue('made.sukerti');
  await signInName.fill('ayu.kartika');
  await dialog.getByRole('button', { name: 'Add person' }).click();
  await expect(
    dialog.getByText('This sign-in name is already taken. Choose another one.'),
  ).toBeVisible();
  await signInName.fill('made.sukerti');
  await dialog.getByRole('button', { name: 'Add person' }).click();
  const invitation = page.getByRole('dialog', { name: 'Invitation for Made Sukerti' });
  const code = await invitation.getByRole('code').textContent();
  await invitation.getByRole('button', { name: 'Close' }).first().click();

  const made = await office.freshScreen(browser);
  await made.page.getByLabel('Workspace address').fill(made.cable.address);
  await made.page.getByRole('button', { name: 'I have an invitation code' }).click();
  await made.page.getByLabel('Invitation code').fill(code ?? '');
  await made.page.getByLabel('Choose a password', { exact: true }).fill('kertas gunting batu');
  await made.page.getByRole('button', { name: 'Join' }).click();
  await made.page.getByRole('button', { name: 'Open Nusa Mandiri' }).click();
  await expect(made.desk.pill).toHaveText('Connected');

  await desk.main.getByRole('searchbox').fill('Made');
  await page.getByRole('button', { name: 'Account of Made Sukerti' }).click();
  await page.getByRole('menuitem', { name: 'Deactivate account' }).click();
  const question = page.getByRole('alertdialog', { name: 'Deactivate Made Sukerti’s account?' });
  await question.getByRole('button', { name: 'Deactivate account' }).click();
  await expect(page.getByText('Made Sukerti no longer has access.')).toBeVisible();
  const row = desk.main.getByRole('listitem').filter({ hasText: 'Made Sukerti' });
  await expect(row).toContainText('Deactivated');
  // S12: and their computer has nothing left of the company.
  await expect(
    made.page.getByText(
      'You no longer have access to Nusa Mandiri. Its copy on this computer was deleted.',
    ),
  ).toBeVisible();
});

test('an owner makes somebody an administrator, who has it on their screen at once', async ({
  browser,
}) => {
  const { page, desk } = hendra;
  const bagas = await office.screen(browser, 'bagas.pratama');
  const way = bagas.page.getByRole('button', { name: 'Administration' });
  await desk.sidebar.waitFor();
  await expect(way).toHaveCount(0);
  const give = async (role: string): Promise<void> => {
    await page.getByRole('button', { name: 'Account of Bagas Pratama' }).click();
    await page.getByRole('menuitem', { name: 'Change role' }).click();
    const dialog = page.getByRole('dialog', { name: 'Role of Bagas Pratama' });
    const change = dialog.getByRole('button', { name: 'Change role' });
    await expect(change).toBeDisabled();
    await dialog.getByLabel('Role').click();
    await page.getByRole('option', { name: role, exact: true }).click();
    await change.click();
    await expect(page.getByText(`New role of Bagas Pratama: ${role}.`)).toBeVisible();
  };
  await desk.main.getByRole('searchbox').fill('Bagas');
  await give('Administrator');
  const row = desk.main.getByRole('listitem').filter({ hasText: 'Bagas Pratama' });
  await expect(row).toContainText('Administrator');
  await way.click();
  await expect(bagas.desk.main.getByText('Agus Setiawan')).toBeVisible();
  // Nobody changes their own account.
  await expect(bagas.page.getByRole('button', { name: 'Account of Bagas Pratama' })).toHaveCount(0);
  await give('Member');
  await expect(bagas.desk.main.getByText('For administrators')).toBeVisible();
  await expect(way).toHaveCount(0);
  await bagas.close();
});

test('without a network nothing of an account changes, and the reason is said', async () => {
  const { page, desk, cable } = hendra;
  await page.getByRole('button', { name: 'Administration' }).click();
  await expect(desk.pill).toHaveText('Connected');
  cable.cut();
  await expect(desk.pill).toHaveText('Offline');
  await desk.main.getByRole('searchbox').fill('Agus');
  await page.getByRole('button', { name: 'Account of Agus Setiawan' }).click();
  await page.getByRole('menuitem', { name: 'New invitation code' }).click();
  await expect(
    page.getByText('The server is not answering, so nothing was changed.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Account of Agus Setiawan' }).click();
  await page.getByRole('menuitem', { name: 'Change role' }).click();
  const dialog = page.getByRole('dialog', { name: 'Role of Agus Setiawan' });
  await dialog.getByLabel('Role').click();
  await page.getByRole('option', { name: 'Administrator' }).click();
  await dialog.getByRole('button', { name: 'Change role' }).click();
  await expect(dialog.getByRole('alert')).toContainText('nothing was changed');
  // What was chosen is still there for the next try.
  await expect(dialog.getByLabel('Role')).toContainText('Administrator');
  await page.keyboard.press('Escape');
});

test('the windows of the workspace have the colour that an owner chose, also without a network', async ({
  browser,
}) => {
  const { desk, cable } = hendra;
  const rail = ({ page }: Screen) => page.getByRole('navigation', { name: 'Main navigation' });
  await expect(rail(hendra)).not.toHaveAttribute('style', /--workspace/);
  await desk.main.getByText('Violet', { exact: true }).click();
  await expect(rail(hendra)).toHaveAttribute('style', /--workspace:.* 288/);
  cable.mend();
  await desk.comeBack();
  const bagas = await office.screen(browser, 'bagas.pratama');
  await expect(rail(bagas)).toHaveAttribute('style', /--workspace:.* 288/);
  await desk.main.getByText('Each computer’s own', { exact: true }).click();
  await expect(rail(bagas)).not.toHaveAttribute('style', /--workspace/);
});

test('a member is not shown what is not theirs', async ({ browser }) => {
  const { page, desk } = await office.screen(browser, 'ayu.kartika');
  await expect(desk.sidebar).toBeVisible();
  await expect(page.getByRole('button', { name: 'Administration' })).toHaveCount(0);
  await page.goto(new URL('#/admin', page.url()).href);
  await expect(desk.main.getByText('For administrators')).toBeVisible();
});
