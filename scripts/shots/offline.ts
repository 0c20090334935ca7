import { Colleague } from './colleague.ts';
import { ready } from './ready.ts';
import type { Scene } from './scene.ts';

/** The line is cut; what is written waits. Then it is back, and some of it is refused. */
export const offline: Scene = async (studio) => {
  const { office, camera } = studio;
  const screen = await studio.mainScreen();
  const { page, desk } = screen;
  await ready(page);
  screen.cable.cut();

  await desk.open('kapal-dan-truk');
  await desk.write('Invoice kapal minggu ini sudah saya terima, dibayar Rabu.');
  await desk.open('penjualan');
  await desk.write('Kuota diskon triwulan ini tinggal 4 juta.');
  await desk.open('gudang-surabaya');
  await desk.react(desk.message('invoice PT Sinar Laut'), 'thumbs up');
  await desk.write('Sudah, selisih 2 karton. Saya kirim koreksinya siang ini.');
  await desk.composer.hover();
  await page.getByRole('button', { name: /^Offline/ }).waitFor();
  await camera.take(page, 'waiting');
  await desk.pill.click();
  await page.getByRole('dialog').waitFor();
  await camera.take(page, 'offline');
  await page.keyboard.press('Escape');
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 820, height: 700 });
  await page.getByRole('button', { name: 'Offline. Show conversations' }).waitFor();
  await camera.take(page, 'offline-without-sidebar');
  if (wide !== null) await page.setViewportSize(wide);

  const ratna = await Colleague.signIn(office, 'ratna.puspitasari');
  await ratna.archive('penjualan');
  await ratna.remove('kapal-dan-truk', 'Ayu Kartika');
  await ratna.close();
  await desk.pill.click();
  const tryNow = page.getByRole('button', { name: 'Try now' });
  await tryNow.waitFor();
  screen.cable.mend();
  // The button goes away where Balai was quicker by itself.
  await tryNow.click({ timeout: 2_000 }).catch(() => undefined);
  await page.getByText('You are no longer a member.').waitFor();
  await page.getByText('The channel has been archived.').first().waitFor();
  await camera.take(page, 'refused-outbox');
  await page.getByRole('dialog').getByRole('link', { name: '#penjualan' }).click();
  await desk.message('Kuota diskon').hover();
  await camera.take(page, 'refused');
};
