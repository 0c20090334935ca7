import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bringCrowd } from '../support/crowd.ts';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';

let office: Office;
let ayu: Screen;
let bagas: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  [ayu, bagas] = await Promise.all([
    office.screen(browser, 'ayu.kartika'),
    office.screen(browser, 'bagas.pratama'),
  ]);
});
test.afterAll(() => office.close());

const question = () => ayu.page.getByRole('alertdialog', { name: /^Notify \d+ people\?$/ });

/** Writes a call to everybody, and presses Enter. */
async function call(text: string): Promise<void> {
  await ayu.desk.composer.pressSequentially(`@channel ${text}`);
  await ayu.desk.composer.press('Enter');
}

test('twenty-five colleagues are called without a question', async () => {
  await bagas.desk.open('engineering');
  await ayu.desk.open('umum');
  await call('listrik padam jam 15.00');
  await expect(ayu.desk.messages.last()).toContainText('listrik padam');
  await expect(question()).toHaveCount(0);
});

test('of more than fifty is asked first; who goes back has the text as it was', async () => {
  const { desk, page } = ayu;
  await bringCrowd(join(office.dir, 'relay'), 'umum', 30);
  await desk.details();
  await expect(desk.panel).toContainText('56');
  await call('rapat besar jam 9');
  await expect(question()).toHaveAccessibleName('Notify 55 people?');
  await question().getByRole('button', { name: 'Back to the message' }).click();
  await expect(desk.composer).toHaveValue('@channel rapat besar jam 9');
  await expect(bagas.desk.place('umum')).toContainText('1 for you');

  await desk.composer.press('Enter');
  await question().getByRole('button', { name: 'Notify 55 people' }).click();
  await expect(desk.messages.last()).toContainText('rapat besar');
  await expect(desk.composer).toHaveValue('');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(bagas.desk.place('umum')).toContainText('2 for you');
});

test('without a network it is asked too, and rings when the line is back', async () => {
  const { desk, cable } = ayu;
  cable.cut();
  await expect(desk.pill).toHaveText(/^Offline/);
  await call('pintu utara ditutup');
  await question().getByRole('button', { name: 'Notify 55 people' }).click();
  await expect(desk.messages.last()).toContainText('pintu utara');
  await expect(bagas.desk.place('umum')).toContainText('2 for you');
  cable.mend();
  await desk.comeBack();
  await expect(bagas.desk.place('umum')).toContainText('3 for you');
});
