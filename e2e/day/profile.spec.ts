import { expect, test } from '@playwright/test';
import { Office } from '../support/office.ts';

let office: Office;
test.beforeAll(async () => {
  office = await Office.open();
});
test.afterAll(() => office.close());

test('what somebody tells of themselves without a network, colleagues see once it is back', async ({
  browser,
}) => {
  const [ayu, bagas] = await Promise.all([
    office.screen(browser, 'ayu.kartika'),
    office.screen(browser, 'bagas.pratama'),
  ]);
  await ayu.page.goto(`${ayu.page.url().split('#')[0]}#/settings`);
  const about = ayu.page.getByRole('region', { name: 'More about you' });
  await about.waitFor();
  ayu.cable.cut();
  await expect(ayu.desk.pill).toHaveText('Offline');

  await about.getByRole('combobox', { name: /^Manager/ }).fill('hendra');
  await about.getByRole('option', { name: /Hendra Wijaya/ }).click();
  await about.getByRole('textbox', { name: /^Pronouns/ }).fill('Mbak');
  await about.getByRole('textbox', { name: /^Skills/ }).fill('bahasa isyarat, pajak');
  const save = about.getByRole('button', { name: 'Save' });
  await about.getByRole('button', { name: /Birthday \(day\)/ }).click();
  await ayu.page.getByRole('option', { name: '17', exact: true }).click();
  // Half a birthday is none.
  await expect(save).toBeDisabled();
  await about.getByRole('button', { name: /Birthday \(month\)/ }).click();
  await ayu.page.getByRole('option', { name: 'August' }).click();
  await save.click();
  await expect(ayu.desk.pill).toHaveText('Offline1 waiting');

  ayu.cable.mend();
  await ayu.desk.connectNow();
  await bagas.page.keyboard.press('Control+k');
  await bagas.page.getByRole('combobox').fill('isyarat');
  await bagas.page.getByRole('option', { name: /Ayu Kartika/ }).waitFor();
  await bagas.page.keyboard.press('Escape');

  await bagas.page.goto(`${bagas.page.url().split('#')[0]}#/people`);
  await bagas.desk.main.getByRole('searchbox').fill('isyarat');
  await bagas.desk.main.getByText('Ayu Kartika').click();
  const { panel } = bagas.desk;
  for (const fact of ['Mbak', 'bahasa isyarat', '17 August', 'Working hours']) {
    await expect(panel).toContainText(fact);
  }
  await panel.getByRole('button', { name: 'Hendra Wijaya' }).click();
  await expect(panel.getByRole('heading', { level: 3 })).toHaveText('Hendra Wijaya');
});
