import { expect, test } from '@playwright/test';
import type { Desk } from '../support/desk.ts';
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

async function create(desk: Desk, name: string, isPrivate: boolean): Promise<void> {
  await desk.page.getByRole('button', { name: 'Create' }).click();
  await desk.page.getByRole('menuitem', { name: 'New channel' }).click();
  const dialog = desk.page.getByRole('dialog', { name: 'New channel' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('textbox', { name: 'Topic' }).fill('Satu baris');
  if (isPrivate) await dialog.getByText('Only people who are invited').click();
  await dialog.getByRole('button', { name: 'Create channel' }).click();
  const made = name.toLowerCase().replaceAll(' ', '-');
  await desk.main.getByRole('heading', { level: 2, name: made }).waitFor();
}

async function invite(desk: Desk, person: string): Promise<void> {
  await desk.details();
  await desk.panel.getByRole('button', { name: 'Add people' }).click();
  const dialog = desk.page.getByRole('dialog', { name: /^Add people to / });
  await dialog.getByRole('combobox', { name: 'People' }).fill(person);
  await dialog.getByRole('option', { name: new RegExp(`^${person}`) }).click();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

test('a public channel is made, found, joined, described, renamed, left and archived', async () => {
  await create(ayu.desk, 'Proyek Dermaga', false);
  await ayu.desk.write('Selamat datang');

  await test.step('somebody else finds it and joins', async () => {
    await bagas.page.keyboard.press('Control+Shift+l');
    await bagas.desk.main.getByRole('searchbox', { name: 'Find a channel' }).fill('dermaga');
    const row = bagas.desk.main.getByRole('listitem').filter({ hasText: 'proyek-dermaga' });
    await row.getByRole('button', { name: 'Join' }).click();
    await bagas.desk.main.getByRole('heading', { level: 2, name: 'proyek-dermaga' }).waitFor();
    await expect(bagas.desk.message('Selamat datang')).toBeVisible();
    await expect(ayu.desk.message('Bagas Pratama joined')).toBeVisible();
    await expect(ayu.desk.main.getByRole('button', { name: 'Members: 2' })).toBeVisible();
  });

  await test.step('its topic and its name', async () => {
    await ayu.desk.details();
    await ayu.desk.panel.getByRole('button', { name: 'Edit the topic' }).click();
    const topic = ayu.page.getByRole('dialog', { name: 'Edit the topic' });
    await topic.getByRole('textbox', { name: 'Topic' }).fill('Dermaga 3 sampai Maret');
    await topic.getByRole('button', { name: 'Save' }).click();
    await expect(
      bagas.desk.main.getByText('Dermaga 3 sampai Maret', { exact: true }),
    ).toBeVisible();
    await expect(bagas.desk.message('changed the topic: Dermaga 3 sampai Maret')).toBeVisible();

    await ayu.desk.panel.getByRole('button', { name: 'Rename' }).click();
    const rename = ayu.page.getByRole('dialog', { name: 'Rename #proyek-dermaga' });
    await rename.getByRole('textbox', { name: 'Name' }).fill('umum');
    await expect(rename.getByText('A channel with this name already exists.')).toBeVisible();
    await rename.getByRole('textbox', { name: 'Name' }).fill('dermaga-3');
    await rename.getByRole('button', { name: 'Rename' }).click();
    await expect(bagas.desk.main.getByRole('heading', { name: 'dermaga-3' }).first()).toBeVisible();
    await expect(bagas.desk.place('dermaga-3')).toBeVisible();
    await expect(bagas.desk.message('renamed the channel to #dermaga-3')).toBeVisible();
  });

  await test.step('one leaves, which takes it off their computer', async () => {
    await bagas.desk.details();
    await bagas.desk.panel.getByRole('button', { name: 'Leave' }).click();
    const question = bagas.page.getByRole('alertdialog', { name: /^Leave/ });
    await question.getByRole('button', { name: 'Leave' }).click();
    await expect(bagas.desk.place('dermaga-3')).toHaveCount(0);
    await expect(ayu.desk.message('Bagas Pratama left')).toBeVisible();
    await expect(ayu.desk.main.getByRole('button', { name: 'Members: 1' })).toBeVisible();
  });

  await test.step('it is archived, and opened again', async () => {
    await ayu.desk.panel.getByRole('button', { name: 'Archive' }).click();
    const question = ayu.page.getByRole('alertdialog', { name: 'Archive #dermaga-3?' });
    await question.getByRole('button', { name: 'Archive' }).click();
    await expect(ayu.desk.main.getByText('This channel is archived.')).toBeVisible();
    await expect(ayu.desk.composer).toHaveCount(0);
    await ayu.desk.main.getByRole('button', { name: 'Unarchive' }).click();
    await ayu.desk.write('Dibuka lagi');
  });
});

test('a private channel is known to those who were invited, and to nobody else', async () => {
  await create(ayu.desk, 'gaji-desember', true);
  await ayu.desk.write('Hanya untuk kita');
  await bagas.page.keyboard.press('Control+Shift+l');
  await bagas.desk.main.getByRole('searchbox', { name: 'Find a channel' }).fill('gaji');
  await expect(bagas.desk.main.getByText('No channels found')).toBeVisible();

  await invite(ayu.desk, 'Bagas Pratama');
  await bagas.desk.open('gaji-desember');
  await expect(bagas.desk.message('Hanya untuk kita')).toBeVisible();
  await expect(bagas.desk.message('Ayu Kartika added Bagas Pratama')).toBeVisible();

  await ayu.desk.main.getByRole('button', { name: 'Members: 2' }).click();
  const member = ayu.desk.panel.getByRole('listitem').filter({ hasText: 'Bagas Pratama' });
  await member.getByRole('button', { name: 'Remove from the channel' }).click();
  const question = ayu.page.getByRole('alertdialog', { name: 'Remove Bagas Pratama?' });
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect(bagas.desk.place('gaji-desember')).toHaveCount(0);
  await expect(bagas.desk.main).toContainText('This conversation is not here');
  await bagas.desk.search('kita');
  await expect(bagas.desk.results.filter({ hasText: 'Hanya untuk kita' })).toHaveCount(0);
  await bagas.page.keyboard.press('Escape');
});

test('people write to one another, two and more', async () => {
  const begin = async (desk: Desk, ...people: string[]): Promise<void> => {
    await desk.sidebar.getByRole('button', { name: 'New message' }).first().click();
    const field = desk.main.getByRole('combobox', { name: 'To' });
    for (const person of people) {
      await field.fill(person);
      await desk.main.getByRole('option', { name: new RegExp(`^${person}`) }).click();
    }
    await desk.main.getByRole('button', { name: 'Start conversation' }).click();
    await desk.composer.waitFor();
  };
  await begin(bagas.desk, 'Dewi Lestari');
  await bagas.desk.write('Halo Mbak Dewi');
  await expect(bagas.desk.place('Dewi Lestari')).toBeVisible();

  await begin(ayu.desk, 'Bagas Pratama', 'Dewi Lestari');
  await ayu.desk.write('Kita bertiga');
  const row = bagas.desk.sidebar.getByRole('link', { name: /Dewi.*Ayu|Ayu.*Dewi/ });
  await expect(row).toContainText('1 for you');
  await row.click();
  await bagas.desk.message('Kita bertiga').waitFor();
  await bagas.desk.write('Siap');
  await expect(ayu.desk.message('Siap')).toBeVisible();

  // Two people have one conversation, whoever opens it.
  await begin(ayu.desk, 'Bagas Pratama');
  await ayu.desk.write('Hanya kamu');
  await bagas.desk.open('Ayu Kartika');
  await expect(bagas.desk.message('Hanya kamu')).toBeVisible();
});
