import { expect, test } from '@playwright/test';
import type { Desk } from './support/desk.ts';
import { Office } from './support/office.ts';

let office: Office;
test.beforeEach(async () => {
  office = await Office.open();
});
test.afterEach(() => office.close());

const CHANNELS = ['engineering', 'k3-keselamatan', 'kapal-dan-truk'] as const;
const FRESH = 'tanpa-jaringan';

const AT_END = 12;

/** The last messages of some channels, as a screen shows them. */
async function told(desk: Desk, channels: readonly string[]): Promise<unknown> {
  const all: Record<string, unknown> = {};
  for (const channel of channels) {
    await desk.open(channel);
    await desk.toNewest();
    await desk.drawn(AT_END);
    all[channel] = (await desk.said()).slice(-AT_END);
  }
  return all;
}

test('what is written without a network outlives a kill, and both sides show the same at the end', async ({
  browser,
}) => {
  const [ayu, bagas] = await Promise.all([
    office.screen(browser, 'ayu.kartika'),
    office.screen(browser, 'bagas.pratama'),
  ]);
  await test.step('two people talk', async () => {
    await ayu.desk.open('engineering');
    await bagas.desk.open('engineering');
    await ayu.desk.write('Bagas, apakah build 812 sudah di gudang?');
    await bagas.desk.message('apakah build 812').waitFor();
    await bagas.desk.write('Sudah, sejak jam tujuh.');
    await ayu.desk.message('sejak jam tujuh').waitFor();
    await expect(ayu.desk.pill).toHaveText('Connected');
  });

  await test.step('one writes, edits, reacts and makes a channel without a network', async () => {
    ayu.cable.cut();
    const desk = ayu.desk;
    await expect(desk.pill).toHaveText(/^(Reconnecting|Offline)/);
    await desk.write('Siap, saya jalankan laporannya');
    await desk.edit(desk.message('apakah build 812'), 'Bagas, apakah build 813 sudah di gudang?');
    await desk.react(desk.message('sejak jam tujuh'), 'thumbs up');

    await desk.open('k3-keselamatan');
    await desk.write('Helm cadangan kurang dua');
    await desk.edit(desk.message('Helm cadangan'), 'Helm cadangan kurang tiga');
    await desk.react(desk.messages.nth(-2), 'party popper');

    await desk.open('kapal-dan-truk');
    await desk.write('Truk ketiga terlambat');
    await desk.write('Ini terlalu banyak');
    await desk.remove(desk.message('Ini terlalu banyak'));
    await desk.react(desk.message('Truk ketiga terlambat'), 'delivery truck');

    await desk.page.getByRole('button', { name: 'Create' }).click();
    await desk.page.getByRole('menuitem', { name: 'New channel' }).click();
    const dialog = desk.page.getByRole('dialog', { name: 'New channel' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(FRESH);
    await dialog.getByRole('combobox', { name: 'People' }).fill('Bagas');
    await dialog.getByRole('option', { name: /^Bagas Pratama/ }).click();
    await dialog.getByRole('button', { name: 'Create channel' }).click();
    await desk.main.getByRole('heading', { level: 2, name: FRESH }).waitFor();
    await desk.write('Kanal ini dibuat di kereta');
  });

  const waiting = [...CHANNELS, FRESH];
  const before = await told(ayu.desk, waiting);

  await test.step('the other goes on meanwhile', async () => {
    await bagas.desk.write('Rak 14 sudah kosong');
    await bagas.desk.react(bagas.desk.message('sejak jam tujuh'), 'thumbs up');
    await expect(bagas.desk.pill).toHaveText('Connected');
  });

  await test.step('the client is killed; still without a network, everything is there', async () => {
    await ayu.kill();
    await ayu.reopen();
    const desk = ayu.desk;
    await expect(desk.pill).toHaveText('Offline12 waiting');
    expect(await told(desk, waiting)).toEqual(before);
    await desk.open('engineering');
    await expect(desk.message('Siap, saya jalankan')).toContainText('Waiting for the network');
    await expect(desk.message('apakah build 813')).toContainText('Waiting for the network');
    await expect(desk.message('Rak 14')).toHaveCount(0);

    await desk.pill.click();
    await expect(desk.outbox.getByRole('listitem').getByRole('paragraph')).toHaveText([
      'Siap, saya jalankan laporannya',
      'Bagas, apakah build 813 sudah di gudang?',
      '👍 “Sudah, sejak jam tujuh.”',
      'Helm cadangan kurang dua',
      'Helm cadangan kurang tiga',
      /^🎉 “/,
      'Truk ketiga terlambat',
      'Ini terlalu banyak',
      '“Ini terlalu banyak”',
      '🚚 “Truk ketiga terlambat”',
      `#${FRESH}`,
      'Kanal ini dibuat di kereta',
    ]);
    await desk.page.keyboard.press('Escape');

    await desk.search('dibuat kereta');
    await expect(desk.results).toHaveCount(1);
    await expect(desk.results).toContainText('Kanal ini dibuat di kereta');
    await desk.search('Helm cadangan');
    await expect(desk.results.first()).toContainText('Helm cadangan kurang tiga');
    await desk.page.keyboard.press('Escape');
  });

  await test.step('back in the network, both sides show the same', async () => {
    ayu.cable.mend();
    await ayu.desk.connectNow();
    await expect(ayu.desk.outbox.getByRole('heading')).toHaveText('Nothing is waiting');
    await ayu.page.keyboard.press('Escape');
    await expect(ayu.desk.pill).toHaveText('Connected');

    await expect(async () => {
      expect(await told(ayu.desk, waiting)).toEqual(await told(bagas.desk, waiting));
    }).toPass();
    await ayu.desk.open('engineering');
    const engineering = (await ayu.desk.said()).slice(-4);
    expect(engineering.map(({ text, reactions }) => [text, ...reactions])).toEqual([
      ['Bagas, apakah build 813 sudah di gudang? (edited)'],
      ['Sudah, sejak jam tujuh.', '👍2'],
      ['Rak 14 sudah kosong'],
      ['Siap, saya jalankan laporannya'],
    ]);
    await ayu.desk.open('kapal-dan-truk');
    const trucks = (await ayu.desk.said()).slice(-2);
    expect(trucks.map(({ text, reactions }) => [text, ...reactions])).toEqual([
      ['Truk ketiga terlambat', '🚚1'],
      ['This message was deleted'],
    ]);
    await bagas.desk.open(FRESH);
    await expect(bagas.desk.messages.last()).toContainText('Kanal ini dibuat di kereta');
    await expect(ayu.page.getByText('Waiting for the network')).toHaveCount(0);
  });
});
