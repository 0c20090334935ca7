import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, describe, expect, it } from 'vitest';
import type { OwnState, WorkspaceEntry } from '../../shared/rpc/workspace-entry.ts';
import { anId } from '../../shared/testing/office.ts';
import { coreSettings } from '../entry/core-messages.ts';
import { pageAt, START_PAGE } from './origin.ts';
import type { FakeProcess } from './testing/electron.ts';
import { runningApp, type Given } from './testing/running-app.ts';

type Running = Awaited<ReturnType<typeof runningApp>>;
const open: Running[] = [];
afterEach(() => {
  for (const app of open.splice(0)) app.clean();
});

const SECOND = '01990000-0000-7000-8000-0000000000b2';
const state = (name: string, badge = 0): OwnState => ({
  ...{ name, address: `${name}.example`, state: 'signed_in', problem: null, badge },
  colour: null,
});
const place = `/c/${anId(1)}`;

/** The app with two workspaces in which somebody is signed in. */
async function two(given: Given = {}) {
  const app = await runningApp({
    ...given,
    before: (fake, folder) => {
      const dir = join(folder, 'core', 'workspaces', SECOND);
      mkdirSync(dir, { recursive: true });
      for (const used of [dir, join(folder, 'core')])
        writeFileSync(join(used, 'profile.json'), '{}');
      writeFileSync(join(dir, 'look.json'), '{"colour":3}');
      given.before?.(fake, folder);
    },
  });
  open.push(app);
  const [first, second] = app.processes as [FakeProcess, FakeProcess];
  first.emit('message', { what: 'state', state: state('Nusa', 2) });
  second.emit('message', { what: 'state', state: state('Koperasi', 1) });
  const [window, other] = app.windows;
  window!.visible = true;
  other!.webContents.emit('did-finish-load');
  return { ...app, first, second, window: window!, other: other! };
}

const lastList = (process: FakeProcess): WorkspaceEntry[] =>
  process.posted
    .map(({ message }) => message as { what: string; list?: WorkspaceEntry[] })
    .findLast(({ what }) => what === 'workspaces')?.list ?? [];

/** The menu of workspaces as it was built last. */
const workspaceMenu = (menus: MenuItemConstructorOptions[][]): MenuItemConstructorOptions[] =>
  menus.flat().findLast(({ label }) => label === 'Workspaces')
    ?.submenu as MenuItemConstructorOptions[];

const notice = { id: '1', title: 'Budi', body: 'Halo', link: place, silent: false, again: false };

describe('several workspaces in the shell', () => {
  it('have each a core over its own folder, a window and a session of their own', async () => {
    const { processes, windows, partitions, folder } = await two();
    expect(processes.map(({ args }) => coreSettings.parse(JSON.parse(args[0]!)).dir)).toEqual([
      join(folder, 'core'),
      join(folder, 'core', 'workspaces', SECOND),
    ]);
    const name = `persist:workspace-${SECOND}`;
    expect(windows.map(({ options }) => options.webPreferences?.partition)).toEqual([
      undefined,
      name,
    ]);
    const session = partitions.get(name);
    expect([...(session?.pages.keys() ?? [])]).toEqual(['app']);
    // The guards of a page hold in its session too.
    expect(session?.check?.({}, 'geolocation', 'app://balai', {})).toBe(false);
    expect(session?.listenerCount('will-download')).toBe(1);
  });

  it('give a page its own core, and never another’s', async () => {
    const { ask, first, second, other } = await two();
    const own = ask('core');
    const others = ask('core', { window: other });
    expect(first.posted.at(-1)?.ports[0]?.other).toBe(own);
    expect(second.posted.at(-1)?.ports[0]?.other).toBe(others);
  });

  it('know of one another the name, the colour and how much waits', async () => {
    const { first, second } = await two();
    expect(lastList(first).map((one) => [one.name, one.badge, one.here])).toEqual([
      ['Nusa', 2, true],
      ['Koperasi', 1, false],
    ]);
    expect(lastList(second).map(({ here, colour }) => [here, colour])).toEqual([
      [false, 0],
      [true, 3],
    ]);
  });

  it('show the window of one at the start, and the others when they are wanted', async () => {
    const { window, other, first, menus } = await two();
    window.emit('ready-to-show');
    other.emit('ready-to-show');
    expect([window.visible, other.visible]).toEqual([true, false]);
    first.emit('message', { what: 'open', id: SECOND });
    expect(other.visible).toBe(true);
    const menu = workspaceMenu(menus);
    expect(menu.map(({ label, accelerator }) => [label, accelerator])).toEqual([
      ['Nusa', 'CommandOrControl+1'],
      ['Koperasi', 'CommandOrControl+2'],
      [undefined, undefined],
      ['Add a workspace…', undefined],
    ]);
    window.hide();
    menu[0]?.click?.(undefined as never, undefined, undefined as never);
    expect(window).toMatchObject({ visible: true, focused: 1 });
  });

  it('a further one gets a door in a window of its own, which is left with its folder', async () => {
    const { first, processes, windows, folder, settle } = await two();
    first.emit('message', { what: 'add' });
    first.emit('message', { what: 'add' });
    expect(windows).toHaveLength(3);
    const [, , door] = windows;
    door!.emit('ready-to-show');
    expect(door!.visible).toBe(true);
    const { dir } = coreSettings.parse(JSON.parse(processes[2]!.args[0]!));
    expect(dir.startsWith(join(folder, 'core', 'workspaces'))).toBe(true);
    processes[2]!.emit('message', { what: 'leave' });
    expect(processes[2]!.posted.at(-1)?.message).toEqual({ what: 'close' });
    processes[2]!.emit('exit', 0);
    await settle();
    expect(door!.webContents.destroyed).toBe(true);
    expect(existsSync(dir)).toBe(false);
    expect(lastList(first)).toHaveLength(2);
  });

  it('a notification leads into the workspace that it came from', async () => {
    const { call, other, window, notifications } = await two();
    await call('notify', { ...notice, answer: null }, other);
    notifications[0]?.emit('click');
    expect(other.loaded.at(-1)).toBe(pageAt(place));
    expect(window.loaded).toEqual([START_PAGE]);
  });

  it('a link opens where its channel is, else in front', async () => {
    const { app, window, other, first, second, clock } = await two();
    app.emit('open-url', { preventDefault: () => undefined }, `balai://open${place}`);
    const asked = { what: 'has', channelId: anId(1) };
    expect(first.posted.at(-1)?.message).toEqual(asked);
    expect(second.posted.at(-1)?.message).toEqual(asked);
    expect(window.loaded).toEqual([START_PAGE]);
    second.emit('message', asked);
    expect(other.loaded.at(-1)).toBe(pageAt(place));
    // One that is late, or that nobody asked, opens nothing.
    first.emit('message', asked);
    clock.advance(10_000);
    expect(window.loaded).toEqual([START_PAGE]);
    app.emit('open-url', { preventDefault: () => undefined }, `balai://open${place}`);
    other.hide();
    clock.advance(10_000);
    expect(window.loaded.at(-1)).toBe(pageAt(place));
  });

  it('the app ends when the last window is closed where there is no tray, and not before', async () => {
    const { app, window, other, first } = await two({ policy: { CloseToTray: false } });
    first.emit('message', { what: 'open', id: SECOND });
    expect(window.close()).toBe(false);
    expect(window.visible).toBe(false);
    expect(app.calls).not.toContain('quit: not yet');
    expect(other.close()).toBe(true);
    expect(app.calls.at(-1)).toBe('quit: not yet');
  });

  it('all cores close their files before the app ends', async () => {
    const { app, first, second, settle } = await two();
    app.quit();
    for (const core of [first, second]) {
      expect(core.posted.at(-1)?.message).toEqual({ what: 'close' });
    }
    first.emit('exit', 0);
    await settle();
    expect(app.calls.at(-1)).toBe('quit: not yet');
    // Somebody who presses the keys once more waits as well, and nothing is closed twice.
    app.quit();
    app.quit();
    expect(app.calls.filter((call) => call === 'quit')).toEqual([]);
    const closes = second.posted.filter(({ message }) => JSON.stringify(message).includes('close'));
    expect(closes).toHaveLength(1);
    second.emit('exit', 0);
    await settle();
    expect(app.calls.at(-1)).toBe('quit');
  });
});
