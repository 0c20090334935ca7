import { aDocument, aPicture, aSound } from '../../e2e/support/some-files.ts';
import type { Desk } from '../../e2e/support/desk.ts';
import { mainPasses } from './pass.ts';
import { ready } from './ready.ts';
import type { Scene } from './scene.ts';

const microphone = { permissions: ['microphone'] };

/** Files: in the tray, in messages, large, and all of a channel; a voice message being recorded. */
export const files: Scene = async ({ office, browser, camera }) => {
  const screen = await office.screen(browser, 'hendra.wijaya', microphone);
  const attach = (desk: Desk) => desk.main.locator('input[data-attach]').first();
  const attached = (desk: Desk) => desk.main.getByRole('list', { name: 'Attached files' });
  await ready(screen.page);
  await screen.desk.open('umum');
  await screen.desk.main.getByRole('button', { name: 'Details' }).click();
  await screen.desk.panel.getByRole('button', { name: 'Files' }).click();
  await screen.desk.panel.getByText('No files yet').waitFor();
  await camera.take(screen.page, 'files-none');
  await screen.page.keyboard.press('Escape');

  await attach(screen.desk).setInputFiles([
    { name: 'gudang 3.png', mimeType: 'image/png', buffer: aPicture(640, 400) },
    { name: 'surat jalan B 9123.pdf', mimeType: 'application/pdf', buffer: aDocument(300_000) },
    { name: 'printer.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
    { name: 'stok.csv', mimeType: 'text/csv', buffer: Buffer.from('barang,jumlah\npalet,12\n') },
    { name: 'Pesan suara.wav', mimeType: 'audio/wav', buffer: aSound(9) },
  ]);
  await attached(screen.desk).getByRole('listitem').nth(3).waitFor();
  await attached(screen.desk).getByText('Adding').first().waitFor({ state: 'detached' });
  await screen.desk.composer.fill('Foto dan surat jalan truk B 9123');
  await camera.take(screen.page, 'files-tray');
  await screen.desk.main.getByRole('button', { name: 'Send', exact: true }).click();
  await screen.page.getByRole('button', { name: 'Open gudang 3.png' }).first().waitFor();
  await attach(screen.desk).setInputFiles(
    [1, 2, 3].map((n) => ({
      ...{ name: `rak ${n}.png`, mimeType: 'image/png', buffer: aPicture(480, 360 + n * 40, n) },
    })),
  );
  await attached(screen.desk).getByRole('listitem').nth(2).waitFor();
  await screen.desk.main.getByRole('button', { name: 'Send', exact: true }).click();
  await screen.page.getByRole('button', { name: 'Open rak 3.png' }).first().waitFor();
  await screen.desk.main.getByText('Uploading').first().waitFor({ state: 'detached' });
  await screen.page.mouse.move(0, 0);
  await camera.take(screen.page, 'files-messages');
  await screen.desk.main.getByRole('button', { name: 'Record a voice message' }).click();
  await screen.page.getByRole('timer').waitFor();
  await camera.take(screen.page, 'files-voice');
  await screen.page.keyboard.press('Escape');
  await screen.page.getByRole('button', { name: 'Open rak 2.png' }).first().click();
  await screen.page.getByRole('dialog').getByRole('img').waitFor();
  await camera.take(screen.page, 'files-gallery');
  await screen.page.keyboard.press('Escape');
  await screen.desk.main.getByRole('button', { name: 'Details' }).click();
  await screen.desk.panel.getByRole('button', { name: 'Files' }).click();
  await screen.desk.panel.getByRole('listitem').nth(6).waitFor();
  await camera.take(screen.page, 'files-panel');
  const { hash } = new URL(screen.page.url());

  for (const { name, themes, context } of mainPasses) {
    await screen.kill();
    await screen.reopen({ ...context, ...microphone });
    const { page } = screen;
    await ready(page);
    await page.goto(new URL(hash, page.url()).href);
    await page.getByRole('complementary').last().getByRole('listitem').nth(6).waitFor();
    await page.getByRole('main').locator('img').last().waitFor();
    await attach(screen.desk).setInputFiles([
      { name: 'gudang 4.png', mimeType: 'image/png', buffer: aPicture(640, 400, 4) },
      { name: 'surat jalan B 1175.pdf', mimeType: 'application/pdf', buffer: aDocument(80_000) },
    ]);
    const tray = page.getByRole('main').locator('ul').filter({ hasText: 'gudang 4.png' });
    await tray.getByRole('listitem').nth(1).waitFor();
    await camera.take(page, `${name}-files`, themes);
    await page.goto(new URL(hash.split('?')[0]!, page.url()).href);
    // The picture is the last to go: by its name the tray is known.
    await tray.getByRole('button').nth(1).click();
    await tray.getByRole('listitem').nth(1).waitFor({ state: 'detached' });
    await tray.getByRole('button').first().click();
    await page.getByRole('main').locator('article img').last().click();
    await page.getByRole('dialog').getByRole('img').waitFor();
    await camera.take(page, `${name}-files-gallery`, themes);
  }
  await screen.close();
};
