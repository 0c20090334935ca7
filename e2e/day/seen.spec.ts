import { expect, test } from '@playwright/test';
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
  await bagas.desk.connectNow();
  await expect(seen()).toBeVisible();
});
