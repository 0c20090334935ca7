import { expect, test } from '@playwright/test';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';

let office: Office;
let ayu: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  ayu = await office.screen(browser, 'ayu.kartika');
  // Search looks through what is on this computer, so let all of it come.
  await expect(ayu.desk.pill).toHaveText('Connected');
  await ayu.desk.open('keuangan');
  await ayu.desk.write('Rekonsiliasi pembayaran selesai: https://example.org/laporan.pdf');
  await ayu.desk.open('engineering');
  await ayu.desk.write('Rekonsiliasi otomatis menyusul');
});
test.afterAll(() => office.close());

/** Of each hit: all of its words, and its day. */
const hits = () =>
  ayu.desk.results.evaluateAll((rows) =>
    rows.map((row) => ({
      text: row.textContent,
      day: row.querySelector('time')?.getAttribute('datetime')?.slice(0, 10) ?? '',
    })),
  );

/** Asks, and waits until the answer is as it should be. */
async function find(
  query: string,
  answer: (hits: { text: string; day: string }[]) => void,
): Promise<void> {
  await ayu.desk.search('');
  await ayu.desk.search(query);
  await expect(async () => answer(await hits())).toPass({ timeout: 10_000 });
}

const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

test('a word, a part of one, and exactly these words', async () => {
  await find('rekonsiliasi otomatis', ([first]) => {
    expect(first?.text).toContain('otomatis menyusul');
  });
  await find('konsilia', ([first]) => expect(first?.text).toContain('Rekonsiliasi otomatis'));
  await find('"pembayaran selesai"', (all) => {
    expect(all[0]?.text).toContain('laporan.pdf');
    for (const { text } of all) expect(text).toContain('pembayaran selesai');
  });
  await ayu.desk.search('"selesai pembayaran"');
  await expect(ayu.desk.panel.getByText('Nothing found')).toBeVisible();
});

test('from: and in:', async () => {
  await find('from:tom in:engineering ', (all) => {
    expect(all.length).toBeGreaterThan(3);
    for (const { text } of all) expect(text).toMatch(/Tom Whitfield.*#engineering/s);
  });
  await find('rekonsiliasi in:keuangan from:ayu ', (all) => {
    expect(all[0]?.text).toContain('laporan.pdf');
    for (const { text } of all) expect(text).toMatch(/Ayu Kartika.*#keuangan/s);
  });
});

test('before: and after:', async () => {
  await find(`build before:${yesterday} `, (all) => {
    expect(all.length).toBeGreaterThan(0);
    for (const { day } of all) expect(day <= yesterday).toBe(true);
  });
  await find(`rekonsiliasi after:${yesterday} `, (all) => {
    expect(all.length).toBeGreaterThanOrEqual(2);
    for (const { day } of all) expect(day >= yesterday).toBe(true);
  });
});

test('has:link, and Enter goes to the message', async () => {
  await find('rekonsiliasi has:link ', (all) => {
    expect(all.map(({ text }) => text)).toEqual([expect.stringContaining('laporan.pdf')]);
  });
  await ayu.page.keyboard.press('Enter');
  await ayu.desk.main.getByRole('heading', { level: 2, name: 'keuangan' }).waitFor();
  await expect(ayu.desk.message('laporan.pdf')).toBeInViewport();
});

test('each filter that is offered is understood', async () => {
  const { desk } = ayu;
  const field = desk.panel.getByRole('combobox');
  const options = desk.panel.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
  for (const [filter, words] of [
    ['has:', ['link', 'file', 'pin', 'poll', 'task']],
    ['is:', ['saved', 'unread', 'thread']],
  ] as const) {
    await desk.search('');
    await field.pressSequentially(filter);
    await expect(options).toContainText([...words]);
    await expect(options).toHaveCount(words.length);
    for (const word of words) {
      await desk.search(`rekonsiliasi ${filter}magic `);
      await expect(desk.panel.getByText(/There is no filter/)).toBeVisible();
      await desk.search(`rekonsiliasi ${filter}${word} `);
      await expect(desk.panel.getByText(/There is no filter/)).toHaveCount(0);
    }
  }
});

test('what is not understood is said', async () => {
  await ayu.desk.search('laporan from:nobodyatall');
  await expect(ayu.desk.panel.getByText('Nobody is called “nobodyatall”.')).toBeVisible();
  await ayu.desk.search('laporan before:kapan');
  await expect(ayu.desk.panel.getByText(/“kapan” is not a date/)).toBeVisible();
});

test('filters are completed by the keyboard, people by name, also without a line', async ({
  browser,
}) => {
  const { desk } = ayu;
  await desk.open('umum');
  const tom = await office.screen(browser, 'tom.whitfield');
  await tom.desk.open('engineering');
  await tom.desk.composer.pressSequentially('Laporan dermaga menunggu, @ayu');
  await tom.page.getByRole('option', { name: /Ayu Kartika/ }).click();
  await tom.desk.composer.press('Enter');
  await expect(desk.place('engineering')).toContainText(/for you/);
  ayu.cable.cut();

  await desk.search('');
  const field = desk.panel.getByRole('combobox');
  const choice = (name: string | RegExp) =>
    desk.panel.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', { name });
  await field.pressSequentially('dermaga t');
  await expect(choice(/^to:/)).toHaveAttribute('aria-selected', 'true');
  await field.press('Enter');
  await field.pressSequentially('ay');
  await expect(choice(/Ayu Kartika/)).toHaveAttribute('aria-selected', 'true');
  const active = await field.getAttribute('aria-activedescendant');
  expect(await choice(/Ayu Kartika/).getAttribute('id')).toBe(active);
  await field.press('Tab');
  await expect(field).toHaveValue('dermaga to:ayu.kartika ');
  await field.pressSequentially('is:u');
  await expect(choice(/^unread/)).toBeVisible();
  await field.press('Enter');
  await expect(field).toHaveValue('dermaga to:ayu.kartika is:unread ');
  await expect(desk.results).toHaveCount(1);
  await expect(desk.results).toContainText('Laporan dermaga menunggu');
  // What was read is not among them any more.
  await field.press('Enter');
  await expect(desk.message('Laporan dermaga menunggu')).toBeInViewport();
  await expect(desk.results).toHaveCount(1);
  await desk.search('');
  await field.fill('dermaga to:ayu.kartika is:unread ');
  await expect(desk.panel.getByText('Nothing found')).toBeVisible();
  ayu.cable.mend();
  await tom.close();
});

test('what was searched for stands below the empty field, survives a restart, and is forgotten', async () => {
  for (const [query, found] of [
    ['pembayaran selesai', 'laporan.pdf'],
    ['rekonsiliasi otomatis', 'otomatis menyusul'],
  ] as const) {
    await ayu.desk.search(query);
    await expect(ayu.desk.results.first()).toContainText(found);
    await ayu.desk.panel.getByRole('combobox').press('Enter');
  }
  // Only what has been written down survives.
  await ayu.desk.search('');
  const kept = ayu.desk.panel.getByRole('region', { name: 'Recent searches' });
  await expect(kept.getByText('rekonsiliasi otomatis')).toBeVisible();
  await ayu.kill();
  await ayu.reopen();
  const { desk, page } = ayu;
  await desk.open('umum');
  await desk.search('');
  const recent = desk.panel.getByRole('region', { name: 'Recent searches' });
  await recent.getByRole('button', { name: 'rekonsiliasi otomatis', exact: true }).click();
  await expect(desk.results.first()).toContainText('otomatis menyusul');
  await desk.search('');
  await recent.getByRole('button', { name: 'Remove “rekonsiliasi otomatis”' }).click();
  await expect(recent.getByText('rekonsiliasi otomatis')).toHaveCount(0);
  await recent.getByRole('button', { name: 'Clear all' }).click();
  await expect(recent).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Search messages' })).toBeFocused();
});
