import { join } from 'node:path';
import type * as ElectronModule from 'electron';
import type { BrowserWindow, MessagePortMain } from 'electron';
import type { Clock } from '../../shared/domain/clock.ts';
import { serve } from '../../shared/rpc/rpc.ts';
import { shellApi, type ShellInfo } from '../../shared/rpc/shell-api.ts';
import { shellInfoArgument } from '../preload/shell-info.ts';
import { coreFlags } from '../entry/core-flags.ts';
import type { CoreSettings } from '../entry/core-messages.ts';
import { showBadge } from './badge.ts';
import { filePages, type OpenFilePort } from './core-files.ts';
import { CoreProcess } from './core-process.ts';
import { deepLinkIn, LINK_SCHEME, PendingPlace } from './deep-links.ts';
import { guardContents, refuseDownloads } from './guards.ts';
import { portOver } from './main-port.ts';
import { contextTemplate, menuTemplate, trayTemplate } from './menu.ts';
import { Notifications } from './notifications.ts';
import { pageAt, SCHEME } from './origin.ts';
import { outsideGate } from './outside.ts';
import { pageFiles } from './page-files.ts';
import { givePorts } from './page-ports.ts';
import { setPermissions } from './permissions.ts';
import type { Policy } from './policy/policies.ts';
import { Saving } from './save-file.ts';
import { shellHandlers } from './shell-handlers.ts';
import { TrayIcon } from './tray.ts';
import { openWindow, showWindow } from './window.ts';
import { WindowStateFile } from './window-state.ts';
import { wordsFor, type ShellWords } from './words.ts';

/** The parts of Electron that the shell uses. `main/entry/electron.ts` gives the real ones. */
export type Electron = Pick<
  typeof ElectronModule,
  | 'app'
  | 'BrowserWindow'
  | 'clipboard'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'MessageChannelMain'
  | 'nativeImage'
  | 'nativeTheme'
  | 'Notification'
  | 'powerMonitor'
  | 'protocol'
  | 'screen'
  | 'session'
  | 'shell'
  | 'Tray'
  | 'utilityProcess'
>;

export interface AppOptions {
  readonly electron: Electron;
  readonly clock: Clock;
  readonly policy: Policy;
  readonly platform: NodeJS.Platform;
  readonly argv: readonly string[];
  /** The folder of the built app: `main/`, `renderer/`, `icons/`. */
  readonly folder: string;
  readonly log: (message: string, detail?: Record<string, unknown>) => void;
}

/**
 * Starts the app, or hands over to the one that runs already. Everything that guards a page is set
 * before there is a page.
 */
export function startApp(options: AppOptions): void {
  const { electron, argv, platform } = options;
  const { app } = electron;
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.enableSandbox();
  electron.protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      // Players of recordings read parts of a stream.
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ]);
  if (platform === 'win32') app.setAppUserModelId('id.balai.desktop');
  // The installers of macOS and Linux say so themselves.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);

  const places = new PendingPlace();
  places.follow(deepLinkIn(argv));
  const shell = new Shell(options, places);
  app.on('second-instance', (_event, otherArgv) => {
    shell.show();
    places.follow(deepLinkIn(otherArgv));
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    places.follow(url);
  });
  void app.whenReady().then(() => shell.start());
}

/** The running app: its window, its core, and what connects them with the system. */
class Shell {
  readonly #options: AppOptions;
  readonly #places: PendingPlace;
  readonly #openOutside;
  readonly #core: CoreProcess;
  readonly #info: ShellInfo;
  readonly #state: WindowStateFile;
  readonly #saving: Saving;
  #notifications!: Notifications;
  /** Electron knows the person's language once it is ready. */
  #words!: ShellWords;
  #tray: TrayIcon | undefined;
  #window: BrowserWindow | undefined;
  #quitting = false;

  constructor(options: AppOptions, places: PendingPlace) {
    const { electron, clock, log, platform } = options;
    const { app } = electron;
    this.#options = options;
    this.#places = places;
    this.#openOutside = outsideGate((url) => electron.shell.openExternal(url), log);
    this.#info = { host: 'electron', platform, version: app.getVersion(), ownFrame: false };
    this.#state = new WindowStateFile(join(app.getPath('userData'), 'window.json'));
    this.#core = new CoreProcess({
      fork: () => this.#fork(),
      channel: () => new electron.MessageChannelMain(),
      clock,
      log,
    });
    this.#saving = new Saving({
      openPort: this.#openFilePort,
      dialog: electron.dialog,
      window: () => this.#window,
      folder: () => app.getPath('downloads'),
      platform,
      openPath: (path) => electron.shell.openPath(path),
      showItem: (path) => electron.shell.showItemInFolder(path),
      log,
    });
    guardContents(app, this.#openOutside);
    app.on('window-all-closed', () => {
      if (this.#tray?.exists !== true && platform !== 'darwin') app.quit();
    });
    app.on('activate', () => this.show());
    app.on('before-quit', (event) => this.#quit(event));
  }

  start(): void {
    const { electron, folder, policy, platform, log } = this.#options;
    const { app, Menu, session, protocol } = electron;
    this.#words = wordsFor(app.getLocale());
    setPermissions(session.defaultSession, {
      notifications: policy.allowNotifications,
      media: policy.allowMedia === null ? 'sound' : policy.allowMedia ? 'all' : 'none',
    });
    refuseDownloads(session.defaultSession);
    protocol.handle(SCHEME, filePages(this.#openFilePort, pageFiles(join(folder, 'renderer'))));
    this.#notifications = new Notifications({
      allowed: policy.allowNotifications,
      supported: () => electron.Notification.isSupported(),
      make: (notice) => new electron.Notification(notice),
      onOpen: (place) => {
        this.show();
        this.#places.go(place);
      },
    });
    givePorts({
      ipcMain: electron.ipcMain,
      open: {
        core: (give) => this.#core.openPort('port', give),
        file: (give) => this.#core.openPort('file-port', give),
        shell: (give) => give(this.#openShellPort()),
      },
      log,
    });
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate(platform, this.#words, { openSettings: () => this.#openSettings() }),
      ),
    );
    if (policy.closeToTray) this.#tray = this.#makeTray();
    if (policy.startAtLogin !== null && app.isPackaged) {
      app.setLoginItemSettings({ openAtLogin: policy.startAtLogin });
    }
    electron.powerMonitor.on('resume', () => this.#core.networkChanged());
    electron.powerMonitor.on('unlock-screen', () => this.#core.networkChanged());
    this.#core.start();
    this.show();
  }

  /** Brings the window before the person's eyes, or opens one where there is none. */
  show(): void {
    if (!this.#options.electron.app.isReady()) return;
    if (this.#window === undefined) this.#open();
    else showWindow(this.#window);
  }

  #open(): void {
    const { electron, folder, platform, log } = this.#options;
    const window = openWindow({
      make: (options) => new electron.BrowserWindow(options),
      displays: () => {
        const main = electron.screen.getPrimaryDisplay();
        const others = electron.screen.getAllDisplays().filter(({ id }) => id !== main.id);
        return [main, ...others].map((display) => display.workArea);
      },
      state: this.#state,
      preload: join(folder, 'main', 'preload.cjs'),
      argument: shellInfoArgument(this.#info),
      icon: platform === 'linux' ? join(folder, 'icons', 'app.png') : undefined,
      dark: electron.nativeTheme.shouldUseDarkColors,
      devTools: !electron.app.isPackaged,
    });
    if (platform !== 'darwin') window.setMenuBarVisibility(false);
    this.#window = window;
    const { webContents } = window;
    webContents.on('context-menu', (_event, at) => {
      const items = contextTemplate(at, this.#words);
      if (items.length > 0) electron.Menu.buildFromTemplate(items).popup({ window });
    });
    webContents.on('render-process-gone', (_event, { reason }) => {
      log('the page ended', { reason });
      if (reason !== 'clean-exit' && !window.isDestroyed()) webContents.reload();
    });
    webContents.on('did-finish-load', () =>
      this.#places.ready((place) => {
        if (!window.isDestroyed()) void window.loadURL(pageAt(place));
      }),
    );
    window.on('close', (event) => {
      // The app goes on in the tray, to be told of messages.
      if (this.#quitting || this.#tray?.exists !== true) return;
      event.preventDefault();
      window.hide();
    });
    window.on('closed', () => {
      this.#places.gone();
      this.#window = undefined;
    });
  }

  #openSettings(): void {
    this.show();
    if (this.#window !== undefined) void this.#window.loadURL(pageAt('/settings'));
  }

  readonly #openFilePort: OpenFilePort = () =>
    new Promise((resolve) => {
      this.#core.openPort('file-port', (port) => resolve(portOver(port)));
    });

  #openShellPort(): MessagePortMain {
    const { electron, log } = this.#options;
    const { port1, port2 } = new electron.MessageChannelMain();
    const handlers = shellHandlers({
      info: this.#info,
      openOutside: this.#openOutside,
      showBadge: (count) => this.#showBadge(count),
      notifications: this.#notifications,
      saving: this.#saving,
      writeClipboard: (text) => electron.clipboard.writeText(text),
    });
    serve(portOver(port1), shellApi, handlers, (method, error) =>
      log('a call to the shell failed', { method, error: String(error) }),
    );
    return port2;
  }

  #showBadge(count: number): void {
    const { electron, platform } = this.#options;
    showBadge(count, {
      platform,
      app: electron.app,
      window: () => this.#window,
      imageOf: (pixels, size) =>
        electron.nativeImage.createFromBitmap(Buffer.from(pixels), { width: size, height: size }),
      say: this.#words.unread,
    });
    this.#tray?.show(count);
  }

  #makeTray(): TrayIcon {
    const { electron, folder, platform, log } = this.#options;
    const icon = platform === 'darwin' ? 'trayTemplate.png' : 'tray.png';
    return new TrayIcon({
      make: () =>
        new electron.Tray(electron.nativeImage.createFromPath(join(folder, 'icons', icon))),
      menu: electron.Menu.buildFromTemplate(
        trayTemplate(this.#words, {
          open: () => this.show(),
          quit: () => electron.app.quit(),
        }),
      ),
      words: this.#words,
      open: () => this.show(),
      log,
    });
  }

  #fork() {
    const { electron, folder, policy } = this.#options;
    const { app } = electron;
    const settings: CoreSettings = {
      dir: join(app.getPath('userData'), 'core'),
      version: app.getVersion(),
      allowInsecure: policy.allowInsecureRelay,
      keyStore: policy.requireKeychain ? 'keychain' : 'auto',
      relayAddress: policy.relayAddress,
    };
    return electron.utilityProcess.fork(
      join(folder, 'main', 'utility.cjs'),
      [JSON.stringify(settings)],
      // Chromium reads V8's flags from a switch of its own.
      { serviceName: 'Balai core', execArgv: [`--js-flags=${coreFlags.join(' ')}`] },
    );
  }

  /** The core closes its files first; then the app quits for good. */
  #quit(event: { preventDefault(): void }): void {
    if (this.#quitting) return;
    this.#quitting = true;
    event.preventDefault();
    void this.#core.stop().then(() => this.#options.electron.app.quit());
  }
}
