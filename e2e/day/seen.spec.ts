import { expect, test } from '@playwright/test';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';

let office: Office;
let ayu: Screen;
let bagas: Screen;
let tom: Screen;
let hendra: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  [ayu, bagas, tom, hendra] = await Promise.all([
    office.screen(browser, 'ayu.kartika'),
    office.screen(browser, 'bagas.pratama'),
    office.screen(browser, 'tom.whitfield'),
    office.screen(browser, 'hendra.wijaya'),
  ]);
});
test.afterAll(() => office.close());

const seen = () => ayu.desk.main.getByText('Seen', { exact: true });

test('in a conversation one sees that one’s last message was read, and that this is so', async () => {
  await bagas.desk.open('umum');
  await ayu.desk.open('Bagas Pratama');
  await ayu.desk.write('Sudah makan?');
  await expect(bagas.desk.place('Ayu Kartika')).toContainText('for you');
  await expect(seen()).toBeHidden();
  await bagas.desk.open('Ayu Kartika');
  await expect(seen()).toBeVisible();
  await ayu.desk.details();
  await expect(ayu.desk.panel.getByText(/see who has read/)).toBeVisible();
  // What is answered has been read: nothing needs to say so.
  await bagas.desk.write('Sudah');
  await expect(ayu.desk.messages.last()).toContainText('Sudah');
  await expect(seen()).toBeHidden();
});

test('what is read without a network is told when it is back', async () => {
  await bagas.desk.open('umum');
  await ayu.desk.write('Besok jam berapa?');
  await expect(bagas.desk.place('Ayu Kartika')).toContainText('for you');
  bagas.cable.cut();
  await expect(bagas.desk.pill).toHaveText('Offline');
  await bagas.desk.open('Ayu Kartika');
  await expect(bagas.desk.messages.last()).toContainText('Besok jam berapa?');
  await expect(seen()).toBeHidden();
  bagas.cable.mend();
  await bagas.desk.comeBack();
  await expect(seen()).toBeVisible();
});

test('in a small channel too, once the company has it so; never in a large one', async () => {
  const { desk, page } = ayu;
  for (const one of [bagas, tom]) {
    await one.desk.readAll('engineering');
    await one.desk.open('umum');
  }
  await desk.open('engineering');
  await desk.details();
  await expect(desk.panel.getByText(/see who has read/)).toBeHidden();
  await hendra.page.getByRole('button', { name: 'Administration' }).click();
  await hendra.desk.main.getByRole('button', { name: /In channels/ }).click();
  await hendra.page.getByRole('option', { name: 'With up to 10 members' }).click();
  await expect(desk.panel.getByText(/see who has read/)).toBeVisible();

  await desk.write('Deploy ditunda ke Kamis');
  await expect(bagas.desk.place('engineering')).toContainText('unread');
  await bagas.desk.open('engineering');
  await expect(desk.main.getByRole('button', { name: 'Seen by Bagas Pratama' })).toBeVisible();
  await expect(tom.desk.place('engineering')).toContainText('unread');
  tom.cable.cut();
  await expect(tom.desk.pill).toHaveText(/^Offline/);
  await tom.desk.open('engineering');
  await expect(tom.desk.messages.last()).toContainText('Deploy ditunda');
  tom.cable.mend();
  await tom.desk.comeBack();
  const both = desk.main.getByRole('button', { name: /^Seen by .* and / });
  await expect(both).toContainText('Tom Whitfield');
  await both.click();
  await expect(page.getByRole('dialog', { name: 'Who has seen it' })).toContainText(
    'Bagas Pratama',
  );
  await page.keyboard.press('Escape');

  await desk.open('keuangan');
  await desk.write('Bukti bayar sebelum jam 15.00');
  await expect(bagas.desk.place('keuangan')).toContainText('unread');
  await bagas.desk.readAll('keuangan');
  await expect(bagas.desk.messages.last()).toContainText('Bukti bayar');
  await desk.details();
  await expect(desk.panel.getByText(/see who has read/)).toBeHidden();
  await expect(desk.main.getByText(/^Seen by/)).toBeHidden();
});
