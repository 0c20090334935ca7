import { Colleague } from './colleague.ts';
import { ready } from './ready.ts';
import type { Scene } from './scene.ts';

const AT_THEIR_DESKS = ['bagas.pratama', 'rahmat.hidayat', 'tom.whitfield', 'sari.wulandari'];

/** An ordinary day of the demo's main person: every place, panel and dialog. */
export const day: Scene = async (studio) => {
  const { office, camera } = studio;
  const colleagues = await Promise.all(
    AT_THEIR_DESKS.map((name) => Colleague.signIn(office, name)),
  );
  for (const colleague of colleagues) await colleague.sit();
  const { page, desk } = await studio.mainScreen();
  const { panel } = desk;
  const press = (key: string) => page.keyboard.press(key);
  const dialog = page.getByRole('dialog');
  const closePanel = async (): Promise<void> => {
    await panel.getByRole('button', { name: 'Close' }).click();
    await desk.composer.hover();
  };
  /** Goes there, and moves the pointer off the list, as a reader does. */
  const open = async (name: string): Promise<void> => {
    await desk.open(name);
    await desk.composer.hover();
  };

  await ready(page);
  await open('gudang-surabaya');
  await colleagues[1]?.type('gudang-surabaya');
  await page.getByText('is typing').waitFor();
  await camera.take(page, 'channel');

  const scanner = desk.message('scanner export');
  await scanner.hover();
  await camera.take(page, 'channel-tools');
  await scanner.getByRole('button', { name: '5 replies' }).click();
  await desk.thread.getByText('No need to rescan').waitFor();
  await camera.take(page, 'thread');
  await panel.getByRole('checkbox').check();
  await desk.reply.fill('Thanks Tom, I will tell the vendor.');
  await camera.take(page, 'reply');
  await panel.getByRole('checkbox').uncheck();
  await desk.reply.fill('');
  await closePanel();

  await desk.sidebar.getByRole('link', { name: /^Threads/ }).click();
  await desk.main.getByRole('list', { name: 'Threads' }).getByRole('article').first().waitFor();
  await camera.take(page, 'threads');
  await desk.sidebar.getByRole('link', { name: /^Activity/ }).click();
  await desk.main.getByRole('list', { name: 'Activity' }).getByRole('listitem').first().waitFor();
  await camera.take(page, 'activity');
  await open('gudang-surabaya');

  await desk.message('Siap Pak').click({ button: 'right' });
  await page.getByRole('menu').waitFor();
  await camera.take(page, 'message-menu');
  await press('Escape');

  await page.getByRole('button', { name: 'Emoji' }).click();
  await dialog.getByRole('grid').waitFor();
  await camera.take(page, 'emoji');
  await press('Escape');

  await desk.composer.fill('Terima kasih @sa');
  await page.getByRole('listbox').waitFor();
  await camera.take(page, 'composer-mention');
  await press('Escape');
  await page.getByRole('button', { name: 'Formatting' }).click();
  await desk.composer.fill(
    'Sudah, **selisih 2 karton**:\n- surat jalan `SJ-0911`\n- faktur _INV-2231_ :sweat_smile:',
  );
  await camera.take(page, 'composer-draft');
  await page.getByRole('button', { name: 'Formatting' }).click();
  await desk.composer.fill('');

  await scanner.getByRole('button', { name: 'Tom Whitfield' }).last().click();
  await panel.getByText('Time zone').waitFor();
  await camera.take(page, 'profile');
  await closePanel();
  await press('Control+.');
  await panel.getByText('Notify me').waitFor();
  await camera.take(page, 'details');
  await page.getByRole('button', { name: 'All members' }).click();
  await panel.getByRole('searchbox').waitFor();
  await camera.take(page, 'members');
  await closePanel();

  const search = page.getByRole('combobox', { name: 'Search messages' });
  await press('Control+Shift+F');
  await search.waitFor();
  await camera.take(page, 'search-hints');
  await search.fill('from:li');
  await page.getByRole('option').first().waitFor();
  await camera.take(page, 'search-filter');
  await press('Escape');
  await search.fill('sinar laut');
  await panel.locator('mark').first().waitFor();
  await camera.take(page, 'search');
  await search.press('Enter');
  await search.fill('');
  await panel.getByRole('heading', { name: 'Recent searches' }).waitFor();
  await camera.take(page, 'search-recent');
  await closePanel();

  await press('Control+k');
  await dialog.getByRole('option').first().waitFor();
  await camera.take(page, 'switcher-recent');
  await dialog.getByRole('combobox').fill('sin');
  await dialog.getByText('Messages on this computer').waitFor();
  await camera.take(page, 'switcher');
  await press('Escape');

  await press('Control+/');
  await dialog.waitFor();
  await camera.take(page, 'shortcuts');
  await press('Escape');

  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await page.getByRole('menuitem', { name: 'New channel' }).click();
  await dialog.getByLabel('Name').fill('Gudang Makassar');
  await camera.take(page, 'create-channel');
  await press('Escape');

  await page.getByRole('button', { name: /^Ayu Kartika:/ }).click();
  await page.getByRole('menu').waitFor();
  await camera.take(page, 'own-menu');
  await page.getByRole('menuitem', { name: 'Set a status' }).click();
  await dialog.waitFor();
  await camera.take(page, 'status');
  await press('Escape');

  await open('Bagas Pratama');
  await camera.take(page, 'conversation');
  await open('direksi');
  await camera.take(page, 'draft');
  await open('Rahmat, Sari, Intan');
  await camera.take(page, 'group');
  await open('pengumuman');
  await camera.take(page, 'announcements');

  await press('Control+Shift+E');
  await page.getByText('Kenji Morita').waitFor();
  await camera.take(page, 'people');
  await page.getByRole('searchbox').fill('zzz');
  await page.getByText('Nobody found').waitFor();
  await camera.take(page, 'people-none');
  await press('Control+Shift+L');
  await desk.main.getByText('sinergi-2027').waitFor();
  await camera.take(page, 'browse');
  await desk.main.getByRole('link', { name: /^support-dock/ }).click();
  await page.getByText('This channel is archived').waitFor();
  await camera.take(page, 'archived');
  await press('Control+n');
  await page.getByRole('combobox', { name: 'To' }).fill('in');
  await page.getByRole('option').first().waitFor();
  await camera.take(page, 'new-message');
  await press('Control+,');
  await page.getByRole('heading', { name: 'Appearance' }).waitFor();
  await camera.take(page, 'settings');
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).scrollIntoViewIfNeeded();
  await camera.take(page, 'settings-end');
  for (const colleague of colleagues) await colleague.close();
};
