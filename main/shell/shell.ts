import { join } from 'node:path';
import type { MessagePortMain } from 'electron';
import type { PortName } from '../../shared/rpc/bridge.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import type { ShellInfo } from '../../shared/rpc/shell-api.ts';
import type { FromCore } from '../entry/core-messages.ts';
import { Neighbourhood } from '../entry/workspaces/neighbourhood.ts';
import {
  FIRST,
  WorkspaceFolders,
  type WorkspaceFolder,
} from '../entry/workspaces/workspace-folders.ts';
import type { AppOptions } from './app-options.ts';
import { channelOf, readDeepLink } from './deep-links.ts';
import { guardContents } from './guards.ts';
import { menuTemplate, trayTemplate } from './menu.ts';
import { outsideGate, type OpenOutside } from './outside.ts';
import { givePorts } from './page-ports.ts';
import { TrayIcon } from './tray.ts';
import { WorkspaceWindow } from './workspace-window.ts';
import { wordsFor, type ShellWords } from './words.ts';

/** How long the cores may take to say whose a link's channel is, ms. */
const ANSWERS_WITHIN = 3_000;

/** The running app: its workspaces, each with a window, and what connects them with the system. */
export class Shell {
  readonly #options: AppOptions;
  readonly #openOutside: OpenOutside;
  readonly #info: ShellInfo;
  readonly #folders: WorkspaceFolders;
  readonly #neighbours = new Neighbourhood();
  readonly #windows = new Map<string, WorkspaceWindow>();
  /** Electron knows the person's language once it is ready. */
  #words!: ShellWords;
  #tray: TrayIcon | undefined;
  #listed = '';
  /** A place that was asked for before there was a window, or whose workspace is being looked for. */
  #place: string | undefined;
  #quitting: 'no' | 'closing' | 'closed' = 'no';

  constructor(options: AppOptions) {
    const { electron, clock, log, platform } = options;
    const { app } = electron;
    this.#options = options;
    this.#openOutside = outsideGate((url) => electron.shell.openExternal(url), log);
    this.#info = { host: 'electron', platform, version: app.getVersion(), ownFrame: false };
    const base = join(app.getPath('userData'), 'core');
    this.#folders = new WorkspaceFolders(base, uuid7Generator(clock.now.bind(clock)), log);
    guardContents(app, this.#openOutside);
    app.on('window-all-closed', () => this.#closed());
    app.on('activate', () => this.show());
    app.on('before-quit', (event) => this.#quit(event));
  }

  start(): void {
    const { electron, policy, log } = this.#options;
    const { app, powerMonitor } = electron;
    this.#words = wordsFor(app.getLocale());
    givePorts({
      ipcMain: electron.ipcMain,
      open: (name, contents, give) => this.#openPort(name, contents, give),
      log,
    });
    if (policy.closeToTray) this.#tray = this.#makeTray();
    if (policy.startAtLogin !== null && app.isPackaged) {
      app.setLoginItemSettings({ openAtLogin: policy.startAtLogin });
    }
    const woke = (): void => {
      for (const { core } of this.#windows.values()) core.networkChanged();
    };
    powerMonitor.on('resume', woke);
    powerMonitor.on('unlock-screen', woke);
    const all = this.#folders.open();
    const used = all.filter((folder) => folder.used);
    (used.length > 0 ? used : all).forEach((folder, index) => this.#take(folder, index > 0));
    this.#neighbours.onChange(() => this.#changed());
    this.#changed();
    const place = this.#place;
    this.#place = undefined;
    if (place === undefined) return;
    if (this.#windows.size < 2) this.#front?.goOnceShown(place);
    else this.#go(place);
  }

  /** Brings the window that was used last before the person's eyes. */
  show(): void {
    if (this.#options.electron.app.isReady()) this.#front?.show();
  }

  /** Follows a deep link; one that is not understood does nothing. */
  follow(link: string | undefined): void {
    const place = link === undefined ? undefined : readDeepLink(link);
    if (place === undefined) return;
    if (this.#windows.size === 0) this.#place = place;
    else this.#go(place);
  }

  /** A link names no workspace: that one opens it which has its channel, else the one in front. */
  #go(place: string): void {
    const channelId = channelOf(place);
    if (channelId === undefined || this.#windows.size < 2) return this.#front?.go(place);
    this.#place = place;
    for (const window of this.#windows.values()) window.lookFor(channelId);
    this.#options.clock.after(ANSWERS_WITHIN, () => {
      if (this.#place === place) this.#found(this.#front, place);
    });
  }

  #found(window: WorkspaceWindow | undefined, place: string): void {
    this.#place = undefined;
    window?.go(place);
  }

  get #front(): WorkspaceWindow | undefined {
    const all = [...this.#windows.values()];
    return all.find((one) => one.isFocused) ?? all.find((one) => one.isVisible) ?? all[0];
  }

  #take(of: WorkspaceFolder, hidden: boolean): WorkspaceWindow {
    const window = new WorkspaceWindow({
      app: this.#options,
      of,
      info: this.#info,
      words: this.#words,
      openOutside: this.#openOutside,
      hidden,
      onMessage: (message) => this.#told(of.id, message),
      onBadge: (count) => this.#showBadge(count),
      staysWhenClosed: () => this.#quitting === 'no' && this.#staysWhenClosed(of.id),
      onClosed: () => this.#closed(),
    });
    this.#windows.set(of.id, window);
    this.#neighbours.add(of);
    window.start();
    return window;
  }

  /** In the tray, or while another window shows that the app runs. */
  #staysWhenClosed(id: string): boolean {
    if (this.#tray?.exists === true) return true;
    return [...this.#windows.values()].some((one) => one.id !== id && one.isVisible);
  }

  #closed(): void {
    // It has been asked to end already, and waits for its cores.
    if (this.#quitting !== 'no') return;
    const anyLeft = [...this.#windows.values()].some((one) => one.isVisible);
    if (anyLeft || this.#tray?.exists === true || this.#options.platform === 'darwin') return;
    this.#options.electron.app.quit();
  }

  #told(id: string, message: FromCore): void {
    switch (message.what) {
      case 'state':
        return this.#neighbours.told(id, message.state);
      case 'open':
        return this.#windows.get(message.id)?.show();
      case 'add':
        return this.#add();
      case 'leave':
        return this.#leave(id);
      case 'has': {
        const place = this.#place;
        if (place === undefined || channelOf(place) !== message.channelId) return;
        return this.#found(this.#windows.get(id), place);
      }
    }
  }

  #add(): void {
    const free = this.#windows.get(this.#neighbours.free() ?? '');
    if (free !== undefined) return free.show();
    // The profile's own folder waits where nobody was signed in to it at the start.
    const first = this.#windows.has(FIRST) ? undefined : this.#folders.open()[0];
    this.#take(first ?? this.#folders.add(), false);
  }

  /** Another workspace comes forward; this one goes with its folder, but for the profile's own. */
  #leave(id: string): void {
    const other = this.#neighbours.other(id);
    const window = this.#windows.get(id);
    if (other === undefined || window === undefined) return;
    this.#windows.get(other)?.show();
    if (id === FIRST) {
      this.#neighbours.cleared(id);
      window.hide();
      return;
    }
    this.#windows.delete(id);
    this.#neighbours.remove(id);
    void window.end().then(() => this.#folders.remove(id));
  }

  /** Who is there, or what waits for them, is not what it was. */
  #changed(): void {
    for (const [id, window] of this.#windows) window.tell(this.#neighbours.listFor(id));
    const listed = JSON.stringify(this.#listedNow());
    if (listed === this.#listed) return;
    this.#listed = listed;
    const { electron, platform } = this.#options;
    const { Menu } = electron;
    const actions = {
      openSettings: () => this.#front?.go('/settings'),
      openWorkspace: (id: string) => this.#windows.get(id)?.show(),
      addWorkspace: () => this.#add(),
    };
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(menuTemplate(platform, this.#words, actions, this.#listedNow())),
    );
    this.#tray?.changed();
  }

  #listedNow() {
    return this.#neighbours.listFor('').map(({ id, name, badge }) => ({ id, name, badge }));
  }

  #openPort(name: PortName, contents: number, give: (port: MessagePortMain) => void): boolean {
    const window = [...this.#windows.values()].find((one) => one.holds(contents));
    window?.openPort(name, give);
    return window !== undefined;
  }

  #showBadge(count: number): void {
    for (const window of this.#windows.values()) window.showBadge(count);
    this.#tray?.show(count);
  }

  #makeTray(): TrayIcon {
    const { electron, folder, platform, log } = this.#options;
    const icon = platform === 'darwin' ? 'trayTemplate.png' : 'tray.png';
    const actions = {
      open: () => this.show(),
      openWorkspace: (id: string) => this.#windows.get(id)?.show(),
      quit: () => electron.app.quit(),
    };
    return new TrayIcon({
      make: () =>
        new electron.Tray(electron.nativeImage.createFromPath(join(folder, 'icons', icon))),
      menu: () =>
        electron.Menu.buildFromTemplate(trayTemplate(this.#words, actions, this.#listedNow())),
      words: this.#words,
      open: actions.open,
      log,
    });
  }

  /** The cores close their files first, however often the app is asked; then it quits for good. */
  #quit(event: { preventDefault(): void }): void {
    if (this.#quitting === 'closed') return;
    event.preventDefault();
    if (this.#quitting === 'closing') return;
    this.#quitting = 'closing';
    const stopped = [...this.#windows.values()].map(({ core }) => core.stop());
    void Promise.all(stopped).then(() => {
      this.#quitting = 'closed';
      this.#options.electron.app.quit();
    });
  }
}
