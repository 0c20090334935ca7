import { expect, test } from '@playwright/test';
import { clickNotification, notifications, seeNotifications } from '../support/notifications.ts';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';
import { signIn } from '../support/sign-in.ts';

let office: Office;
let ayu: Screen;
let laptop: Screen;
let bagas: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  ayu = await office.screen(browser, 'ayu.kartika');
  bagas = await office.screen(browser, 'bagas.pratama');
  await seeNotifications(ayu.page);
  await ayu.desk.open('gudang-surabaya');
  await bagas.desk.sidebar.getByRole('link', { name: /^Ayu Kartika/ }).click();
});
test.afterAll(() => office.close());

const told = expect.configure({ timeout: 15_000 });
const onScreen = () => notifications(ayu.page);
const hisPlace = (of: Screen) => of.desk.sidebar.getByRole('link', { name: /^Bagas Pratama/ });

test('what one person writes is one notification, and a click opens the very message', async () => {
  await bagas.desk.write('Truk dari Gresik sudah datang');
  await told
    .poll(onScreen)
    .toEqual([{ title: 'Bagas Pratama', body: 'Truk dari Gresik sudah datang', silent: false }]);
  await bagas.desk.write('Bisa dibongkar sekarang?');
  await told.poll(onScreen).toEqual([
    {
      ...{ title: '2 new messages from Bagas Pratama', body: 'Bisa dibongkar sekarang?' },
      silent: false,
    },
  ]);
  await bagas.desk.edit(bagas.desk.message('Bisa dibongkar'), 'Bisa dibongkar jam 10?');
  const edited = { title: '2 new messages from Bagas Pratama', body: 'Bisa dibongkar jam 10?' };
  await told.poll(onScreen).toEqual([{ ...edited, silent: true }]);
  await clickNotification(ayu.page);
  await expect(ayu.desk.message('Bisa dibongkar jam 10?')).toBeVisible();
  await told.poll(onScreen).toEqual([]);
});

test('what is read on the other computer goes from this one’s screen', async ({ browser }) => {
  laptop = await office.freshScreen(browser);
  const { page } = laptop;
  await signIn(page, laptop.cable.address);
  // A new computer begins with the last conversation, which would be read at once.
  await laptop.desk.open('gudang-surabaya');
  await ayu.desk.open('gudang-surabaya');
  await bagas.desk.write('Dokumennya di meja Anda');
  await told.poll(onScreen).toMatchObject([{ body: 'Dokumennya di meja Anda' }]);
  await hisPlace(laptop).click();
  await expect(laptop.desk.message('Dokumennya di meja Anda')).toBeVisible();
  await told.poll(onScreen).toEqual([]);
});

test('without a network nothing is told late that was read elsewhere meanwhile', async () => {
  ayu.cable.cut();
  await expect(ayu.desk.pill).toHaveText(/^Offline/);
  await bagas.desk.write('Sopirnya menunggu');
  await expect(laptop.desk.message('Sopirnya menunggu')).toBeVisible();
  await expect(hisPlace(laptop)).not.toHaveAccessibleName(/unread|for you/);
  await laptop.page.getByRole('button', { name: 'Settings' }).click();
  await expect(laptop.desk.main.getByRole('heading', { name: 'Settings' })).toBeVisible();
  // Without a line the choice is hers as well.
  await ayu.page.goto(`${ayu.page.url().split('#')[0]}#/settings`);
  const own = ayu.desk.main.getByRole('region', { name: 'Notifications' });
  await own.getByText('Names only').click();
  await own.getByText('Sound', { exact: true }).click();
  await expect(own).toContainText('Without a sound.');
  ayu.cable.mend();
  await ayu.desk.comeBack();
  await bagas.desk.write('Sudah selesai, terima kasih');
  // One, not two; and it keeps the words to itself.
  await told.poll(onScreen).toEqual([{ title: 'Bagas Pratama', body: '', silent: true }]);
});

test('a message that was deleted leaves nothing on the screen', async () => {
  await bagas.desk.choose(bagas.desk.message('Sudah selesai, terima kasih'), 'Delete');
  await bagas.page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await told.poll(onScreen).toEqual([]);
});
