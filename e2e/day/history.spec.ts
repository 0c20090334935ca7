import { expect, test } from '@playwright/test';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';

let office: Office;
let ayu: Screen;
let bagas: Screen;
let hendra: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  ayu = await office.screen(browser, 'ayu.kartika');
  bagas = await office.screen(browser, 'bagas.pratama');
  hendra = await office.screen(browser, 'hendra.wijaya');
});
test.afterAll(() => office.close());

const texts = (screen: Screen) =>
  screen.page
    .getByRole('dialog', { name: 'Earlier versions' })
    .getByRole('list', { name: 'Versions, newest first' })
    .getByRole('listitem');

/** Hendra decides for everybody. */
async function decide(name: RegExp, on: boolean): Promise<void> {
  const { page, desk } = hendra;
  await page.getByRole('button', { name: 'Administration' }).click();
  const policy = desk.main.getByRole('switch', { name });
  await policy.press('Space');
  await expect(policy).toBeChecked({ checked: on });
}

test('what a message said before is there for its readers, also without a network', async () => {
  await ayu.desk.open('gudang-surabaya');
  await bagas.desk.open('gudang-surabaya');
  await ayu.desk.write('Truk datang jam 9');
  await ayu.desk.edit(ayu.desk.message('Truk datang jam 9'), 'Truk datang jam 10');
  const his = bagas.desk.message('Truk datang jam 10');
  await expect(his).toBeVisible();

  ayu.cable.cut();
  await expect(ayu.desk.pill).toHaveText(/^Offline/);
  await ayu.desk.edit(ayu.desk.message('Truk datang jam 10'), 'Truk datang jam 11');
  const mine = ayu.desk.message('Truk datang jam 11');
  await mine.focus();
  await mine.press('h');
  await expect(texts(ayu)).toContainText([/Current, since today.*jam 11/, /jam 10/, /jam 9/]);
  await ayu.page.keyboard.press('Escape');
  await expect(mine).toBeFocused();

  ayu.cable.mend();
  await ayu.desk.connectNow();
  await bagas.desk
    .message('Truk datang jam 11')
    .getByRole('button', { name: '(edited) Earlier versions' })
    .click();
  await expect(texts(bagas)).toContainText([/Current, since today.*jam 11/, /jam 10/, /jam 9/]);
  await bagas.page.keyboard.press('Escape');
});

test('where the company does not want it, nobody sees an earlier text', async () => {
  await decide(/^Edit history/, false);
  const his = bagas.desk.message('Truk datang jam 11');
  await expect(his).toContainText('(edited)');
  await expect(his.getByRole('button', { name: '(edited) Earlier versions' })).toHaveCount(0);
  await decide(/^Edit history/, true);
  await expect(his.getByRole('button', { name: '(edited) Earlier versions' })).toBeVisible();
});

test('a deleted message leaves a mark, or nothing, as the company decides', async () => {
  await ayu.page.keyboard.press('Escape');
  await ayu.desk.remove(ayu.desk.message('Truk datang jam 11'));
  const mark = bagas.desk.message('This message was deleted').last();
  await expect(mark).toBeVisible();
  await expect(mark.getByRole('button', { name: '(edited) Earlier versions' })).toHaveCount(0);
  await decide(/^Placeholders for deleted messages/, false);
  await expect(bagas.desk.message('This message was deleted')).toHaveCount(0);
  await expect(ayu.desk.message('This message was deleted')).toHaveCount(0);
});
