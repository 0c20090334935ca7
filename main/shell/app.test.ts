import { afterEach, describe, expect, it } from 'vitest';
import { anId } from '../../shared/testing/office.ts';
import { coreSettings } from '../entry/core-messages.ts';
import { pageAt, START_PAGE } from './origin.ts';
import { runningApp, type Given } from './testing/running-app.ts';

type Running = Awaited<ReturnType<typeof runningApp>>;
const open: Running[] = [];
const start = async (given?: Given): Promise<Running> => {
  const app = await runningApp(given);
  open.push(app);
  return app;
};
afterEach(() => {
  for (const app of open.splice(0)) app.clean();
});

const place = `/c/${anId(1)}`;
const link = `balai://open${place}`;

const notice = { id: '1', title: 'Budi', body: 'Halo', link: place, silent: false, again: false };

describe('the app', () => {
  it('runs once: a second one hands over and goes', async () => {
    const { app, processes, windows } = await start({
      before: (fake) => (fake.app.firstInstance = false),
    });
    expect(app.calls).toEqual(['quit']);
    expect([processes.length, windows.length]).toEqual([0, 0]);
  });

  it('comes forward when it is started again, also out of the tray', async () => {
    const { app, window } = await start();
    window.minimized = true;
    window.hide();
    app.emit('second-instance', {}, ['balai']);
    expect(window).toMatchObject({ visible: true, minimized: false, focused: 1 });
  });

  it('shows its window when the page is ready, not before', async () => {
    const { window } = await start();
    expect(window.visible).toBe(false);
    expect(window.loaded).toEqual([START_PAGE]);
    window.emit('ready-to-show');
    expect(window.visible).toBe(true);
  });

  it('remembers the window’s place', async () => {
    const { app, window, windows, settle } = await start({ policy: { CloseToTray: false } });
    window.bounds = { x: 40, y: 50, width: 1_000, height: 600 };
    window.close();
    app.emit('activate');
    await settle();
    expect(windows[1]?.options).toMatchObject(window.bounds);
  });

  it('follows a deep link that it was started with, once the page is there', async () => {
    const { window } = await start({ argv: ['balai', link] });
    expect(window.loaded).toEqual([START_PAGE, pageAt(place)]);
  });

  it('follows a deep link of a second start, and of macOS', async () => {
    const { app, window } = await start();
    app.emit('second-instance', {}, ['balai', link]);
    const event = { preventDefault: () => undefined };
    app.emit('open-url', event, 'balai://open');
    app.emit('open-url', event, 'balai://open/settings');
    expect(window.loaded.slice(1)).toEqual([pageAt(place), pageAt('/')]);
  });

  it('stays in the tray when its window is closed, and quits from there', async () => {
    const { app, processes, trays, window } = await start();
    expect(window.close()).toBe(false);
    expect(window.visible).toBe(false);
    trays[0]?.emit('click');
    expect(window.visible).toBe(true);
    app.quit();
    expect(app.calls.at(-1)).toBe('quit: not yet');
    expect(window.close()).toBe(true);
    processes[0]?.emit('exit', 0);
    await Promise.resolve();
    await Promise.resolve();
    expect(app.calls.at(-1)).toBe('quit');
  });

  it('quits with its window where policy wants no tray, or the desktop has none', async () => {
    const noTray: Given = {
      before: ({ electron }) =>
        Object.assign(electron, {
          Tray: function () {
            throw new Error('no tray');
          },
        }),
    };
    for (const given of [{ policy: { CloseToTray: false } }, noTray]) {
      const { app, window } = await start(given);
      expect(window.close()).toBe(true);
      app.emit('window-all-closed');
      expect(app.calls.at(-1)).toBe('quit: not yet');
    }
  });

  it('closes the core’s files before it quits', async () => {
    const { app, processes } = await start();
    app.quit();
    expect(processes[0]?.posted.at(-1)?.message).toEqual({ what: 'close' });
  });

  it('composes the core by policy, and tells it when the computer wakes', async () => {
    const { powerMonitor, processes } = await start({
      policy: { RelayAddress: 'chat.example', AllowInsecureRelay: true, RequireKeychain: true },
    });
    expect(coreSettings.parse(JSON.parse(processes[0]?.args.at(-1) ?? ''))).toMatchObject({
      version: '1.2.3',
      relayAddress: 'chat.example',
      allowInsecure: true,
      keyStore: 'keychain',
    });
    powerMonitor.emit('resume');
    expect(processes[0]?.posted.at(-1)?.message).toEqual({ what: 'network-changed' });
  });

  it('gives the page a line to the core', async () => {
    const { ask, processes } = await start();
    const port = ask('core');
    expect(processes[0]?.posted.at(-1)?.ports[0]?.other).toBe(port);
  });

  it('answers the page’s calls to the shell', async () => {
    const { call, copied, app, notifications, opened, window } = await start();
    expect(await call('info', {})).toEqual({
      id: 1,
      value: { host: 'electron', platform: 'linux', version: '1.2.3', ownFrame: false },
    });
    await call('copyText', { text: 'Halo' });
    expect(copied).toEqual(['Halo']);
    await call('setBadge', { count: 3 });
    expect(app.badge).toBe(3);
    expect(await call('openOutside', { url: 'https://example.com' })).toMatchObject({
      value: true,
    });
    expect(await call('openOutside', { url: 'file:///x' })).toMatchObject({ value: false });
    expect(opened).toEqual(['https://example.com/']);
    await call('notify', { ...notice, answer: null });
    window.hide();
    notifications[0]?.emit('click');
    expect(window.visible).toBe(true);
    expect(window.loaded.at(-1)).toBe(pageAt(place));
    await call('notify', { ...notice, answer: null });
    await call('withdraw', { ids: ['1'] });
    expect(notifications[1]?.shown).toBe(false);
  });

  it('gives what was answered to a notification to the core, also to one that starts again', async () => {
    const { call, notifications, processes, window } = await start({ platform: 'darwin' });
    const to = { channelId: anId(1), rootId: null, position: 7 };
    const answer = { ...to, reply: 'Reply', read: 'Mark as read' };
    await call('notify', { ...notice, answer });
    window.hide();
    notifications[0]?.emit('reply', { reply: 'Siap' });
    expect(processes[0]?.posted.at(-1)?.message).toEqual({
      ...{ what: 'answer', answer: { ...to, text: 'Siap' } },
    });
    expect(window.visible).toBe(false);
  });

  it('lays the count over the taskbar button on Windows', async () => {
    const { call, window } = await start({ platform: 'win32' });
    await call('setBadge', { count: 12 });
    await call('setBadge', { count: 0 });
    expect(window.overlays).toMatchObject([
      { text: '12 mentions', image: { width: 32, height: 32 } },
      { text: '', image: null },
    ]);
  });

  it('loads its page again when that crashes, and not when it ended well', async () => {
    const { window } = await start();
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    window.webContents.emit('render-process-gone', {}, { reason: 'oom' });
    expect(window.webContents.reloads).toBe(1);
  });

  it('speaks the language of the system', async () => {
    const { menus } = await start({ before: (fake) => (fake.app.locale = 'id-ID') });
    expect(JSON.stringify(menus)).toContain('Pengaturan');
  });

  it('starts with the computer where the company says so, and leaves it where it says nothing', async () => {
    expect((await start({ policy: { StartAtLogin: true } })).app.login).toEqual({
      openAtLogin: true,
    });
    expect((await start()).app.login).toBeUndefined();
  });
});
