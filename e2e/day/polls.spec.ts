import { expect, test, type Locator } from '@playwright/test';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';
import { fillMoment, momentField } from '../support/moment.ts';

let office: Office;
let ayu: Screen;
let bagas: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  ayu = await office.screen(browser, 'ayu.kartika');
  bagas = await office.screen(browser, 'bagas.pratama');
});
test.afterAll(() => office.close());

const LUNCH = 'Makan siang tim di mana?';
const DATE = 'Rapat anggaran hari apa?';
const answer = (poll: Locator, text: string) => poll.getByRole('button', { name: `${text}, ` });

/** Fills the form of a new poll, from the composer's menu. */
async function ask({ desk, page }: Screen, question: string, answers: string[], ...on: string[]) {
  await desk.main.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Poll' }).click();
  const form = page.getByRole('dialog', { name: 'New poll' });
  await form.getByLabel('Question').fill(question);
  for (const [n, text] of answers.entries()) {
    if (n > 1) await form.getByRole('button', { name: 'Add an answer' }).click();
    await form.getByLabel(`Answer ${n + 1}`, { exact: true }).fill(text);
  }
  for (const name of on) await form.getByText(name, { exact: true }).click();
  return form;
}

test('a poll is made, voted in by a press, and everybody sees who chose what', async () => {
  await ayu.desk.open('gudang-surabaya');
  await bagas.desk.readAll('gudang-surabaya');
  const form = await ask(ayu, LUNCH, ['Soto', 'Soto']);
  await expect(form).toContainText('This answer is already there.');
  await form.getByLabel('Answer 2').fill('Nasi Padang');
  await form.getByRole('button', { name: 'Start poll' }).click();

  const poll = bagas.desk.message(LUNCH);
  await expect(poll).toContainText('Nobody has voted yet');
  await answer(poll, 'Soto').click();
  await expect(answer(poll, 'Soto')).toHaveAttribute('aria-pressed', 'true');
  await expect(answer(ayu.desk.message(LUNCH), 'Soto')).toContainText('Bagas Pratama');
  await answer(poll, 'Nasi Padang').click();
  const seen = ayu.desk.message(LUNCH);
  await expect(answer(seen, 'Nasi Padang')).toHaveAccessibleName(/1 vote: Bagas Pratama$/);
  await expect(answer(seen, 'Soto')).toHaveAccessibleName('Soto, no votes');
  await answer(poll, 'Nasi Padang').click();
  await expect(seen).toContainText('Nobody has voted yet');
  await answer(poll, 'Soto').click();
  await ayu.desk.search('has:poll');
  await expect(ayu.desk.results).toContainText([LUNCH]);
});

test('without a network one asks and votes, and changes it; the others see it later', async () => {
  const { desk } = ayu;
  ayu.cable.cut();
  await expect(desk.pill).toHaveText(/^Offline/);
  await answer(desk.message(LUNCH), 'Nasi Padang').click();
  await answer(desk.message(LUNCH), 'Soto').click();
  await expect(desk.message(LUNCH)).toContainText('2 people voted');
  const form = await ask(
    ayu,
    DATE,
    ['Senin', 'Selasa', 'Rabu'],
    'Allow several answers',
    'Anonymous',
  );
  await form.getByRole('button', { name: 'Start poll' }).click();
  await answer(desk.message(DATE), 'Senin').click();
  await answer(desk.message(DATE), 'Rabu').click();
  await expect(answer(desk.message(DATE), 'Rabu')).toHaveAccessibleName('Rabu, 1 vote');

  ayu.cable.mend();
  await desk.comeBack();
  await expect(answer(bagas.desk.message(LUNCH), 'Soto')).toHaveAccessibleName(/2 votes: .*Ayu/);
  await expect(bagas.desk.message(DATE)).toContainText('1 person voted');
  await answer(bagas.desk.message(DATE), 'Rabu').click();
  // Two votes, and nobody's name.
  await expect(answer(desk.message(DATE), 'Rabu')).toHaveAccessibleName('Rabu, 2 votes');
  await expect(desk.message(DATE)).not.toContainText('Bagas');
});

test('a closed poll takes no vote: one that was cast offline stays, with the reason', async () => {
  bagas.cable.cut();
  await expect(bagas.desk.pill).toHaveText(/^Offline/);
  await answer(bagas.desk.message(LUNCH), 'Nasi Padang').click();
  await ayu.desk.message(LUNCH).getByRole('button', { name: 'Close poll' }).click();
  await expect(ayu.desk.message(LUNCH)).toContainText('Closed');
  await expect(answer(ayu.desk.message(LUNCH), 'Soto')).toBeDisabled();
  bagas.cable.mend();
  await bagas.desk.comeBack();
  const poll = bagas.desk.message(LUNCH);
  await expect(poll).toContainText('The poll was already closed.');
  await expect(answer(poll, 'Soto')).toHaveAccessibleName(/2 votes/);
  await poll.getByRole('button', { name: 'Discard' }).click();
  await expect(poll).not.toContainText('already closed');
});

test('a poll closes by the clock, and goes with its message', async () => {
  const form = await ask(ayu, 'Ikut donor darah?', ['Ya', 'Tidak']);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await fillMoment(momentField(form, 'Closes (optional)'), `${tomorrow}T12:00`);
  await form.getByRole('button', { name: 'Start poll' }).click();
  const poll = bagas.desk.message('donor darah');
  await expect(poll).toContainText(/Closes .*12:00/);
  await bagas.page.clock.setFixedTime(Date.now() + 3 * 86_400_000);
  await answer(ayu.desk.message('donor darah'), 'Ya').click();
  await expect(poll).toContainText('Closed');
  await expect(answer(poll, 'Tidak')).toBeDisabled();
  await ayu.desk.remove(ayu.desk.message('donor darah'));
  await expect(bagas.desk.list.getByRole('group', { name: 'Poll' })).toHaveCount(2);
});
