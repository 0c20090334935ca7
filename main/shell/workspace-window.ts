import { join } from 'node:path';
import type { BrowserWindow, MessagePortMain } from 'electron';
import type { ChannelId } from '../../shared/domain/ids.ts';
import type { PortName } from '../../shared/rpc/bridge.ts';
import { serve } from '../../shared/rpc/serve.ts';
import { shellApi, type ShellInfo } from '../../shared/rpc/shell-api.ts';
import type { WorkspaceEntry } from '../../shared/rpc/workspace-entry.ts';
import { coreFlags } from '../entry/core-flags.ts';
import type { CoreSettings, FromCore } from '../entry/core-messages.ts';
import { FIRST, type WorkspaceFolder } from '../entry/workspaces/workspace-folders.ts';
import { shellInfoArgument } from '../preload/shell-info.ts';
import type { AppOptions } from './app-options.ts';
import { showBadge } from './badge.ts';
import { filePages, type OpenFilePort } from './core-files.ts';
import { CoreProcess } from './core-process.ts';
import { PendingPlace } from './deep-links.ts';
import { refuseDownloads } from './guards.ts';
import { portOver } from './main-port.ts';
import { contextTemplate } from './menu.ts';
import { Notifications } from './notifications.ts';
import { pageAt, SCHEME } from './origin.ts';
import type { OpenOutside } from './outside.ts';
import { pageFiles } from './page-files.ts';
import { setPermissions } from './permissions.ts';
import { Saving } from './save-file.ts';
import { shellHandlers } from './shell-handlers.ts';
import { openWindow, showWindow } from './window.ts';
import { WindowStateFile } from './window-state.ts';
import type { ShellWords } from './words.ts';

export interface WorkspaceWindowOptions {
  readonly app: AppOptions;
  readonly of: WorkspaceFolder;
  readonly info: ShellInfo;
  readonly words: ShellWords;
  readonly openOutside: OpenOutside;
  /** Its window is loaded without being shown. */
  readonly hidden: boolean;
  readonly onMessage: (message: FromCore) => void;
  /** The number on the app's own icon, which is that of all workspaces. */
  readonly onBadge: (count: number) => void;
  /** Whether a closed window leaves its workspace running, to be told of messages. */
  readonly staysWhenClosed: () => boolean;
  readonly onClosed: () => void;
}

/**
 * One workspace in Electron: a core in a process of its own over a folder of its own, a window, and
 * a session in which no other window's page reads. Nothing in here knows of another workspace.
 */
export class WorkspaceWindow {
  readonly id: string;
  readonly core: CoreProcess;
  readonly #options: WorkspaceWindowOptions;
  readonly #places = new PendingPlace();
  readonly #state: WindowStateFile;
  readonly #saving: Saving;
  readonly #notifications: Notifications;
  readonly #partition: string | undefined;
  #window: BrowserWindow | undefined;
  #hidden: boolean;

  constructor(options: WorkspaceWindowOptions) {
    const { app, of } = options;
    const { electron, clock, log, policy, platform, folder } = app;
    this.id = of.id;
    this.#options = options;
    this.#hidden = options.hidden;
    const isFirst = of.id === FIRST;
    const windows = isFirst ? 'window.json' : `window-${of.id}.json`;
    this.#state = new WindowStateFile(join(electron.app.getPath('userData'), windows));
    this.core = new CoreProcess({
      fork: () => this.#fork(),
      channel: () => new electron.MessageChannelMain(),
      clock,
      onMessage: options.onMessage,
      log,
    });
    this.#saving = new Saving({
      openPort: this.#openFilePort,
      dialog: electron.dialog,
      window: () => this.#window,
      folder: () => electron.app.getPath('downloads'),
      platform,
      openPath: (path) => electron.shell.openPath(path),
      showItem: (path) => electron.shell.showItemInFolder(path),
      log,
    });
    this.#notifications = new Notifications({
      allowed: policy.allowNotifications,
      supported: () => electron.Notification.isSupported(),
      ...{ platform, group: of.id },
      make: (notice) => new electron.Notification(notice),
      onOpen: (place) => this.go(place),
      onAnswer: (answer) => this.core.answer(answer),
    });
    this.#partition = isFirst ? undefined : `persist:workspace-${of.id}`;
    const session =
      this.#partition === undefined
        ? electron.session.defaultSession
        : electron.session.fromPartition(this.#partition);
    setPermissions(session, {
      notifications: policy.allowNotifications,
      media: policy.allowMedia === null ? 'sound' : policy.allowMedia ? 'all' : 'none',
    });
    refuseDownloads(session);
    session.protocol.handle(
      SCHEME,
      filePages(this.#openFilePort, pageFiles(join(folder, 'renderer'))),
    );
  }

  start(): void {
    this.core.start();
    this.#open();
  }

  get isVisible(): boolean {
    return this.#window?.isVisible() === true;
  }

  get isFocused(): boolean {
    return this.#window?.isFocused() === true;
  }

  /** Whether its page is the one in these contents. */
  holds(contents: number): boolean {
    return this.#window?.webContents.id === contents;
  }

  /** Brings the window before the person's eyes, or opens one where there is none. */
  show(): void {
    this.#hidden = false;
    if (this.#window === undefined) this.#open();
    else showWindow(this.#window);
  }

  /** It is loaded, and nobody sees it. */
  hide(): void {
    this.#window?.hide();
  }

  /** Shows a path inside the app. */
  go(place: string): void {
    this.show();
    this.goOnceShown(place);
  }

  /** The same, without bringing the window forward before its page is there. */
  goOnceShown(place: string): void {
    this.#places.go(place);
  }

  tell(list: WorkspaceEntry[]): void {
    this.core.tellWorkspaces(list);
  }

  lookFor(channelId: ChannelId): void {
    this.core.lookFor(channelId);
  }

  openPort(name: PortName, give: (port: MessagePortMain) => void): void {
    if (name === 'shell') give(this.#openShellPort());
    else this.core.openPort(name === 'core' ? 'port' : 'file-port', give);
  }

  /** Shows a number over its button in Windows' taskbar, or on the app's icon elsewhere. */
  showBadge(count: number): void {
    const { electron, platform } = this.#options.app;
    showBadge(count, {
      platform,
      app: electron.app,
      window: () => this.#window,
      imageOf: (pixels, size) =>
        electron.nativeImage.createFromBitmap(Buffer.from(pixels), { width: size, height: size }),
      say: this.#options.words.unread,
    });
  }

  /** Nobody will come in here any more. What its page kept is removed too. */
  async end(): Promise<void> {
    await this.core.stop();
    this.#window?.destroy();
    if (this.#partition === undefined) return;
    const { electron } = this.#options.app;
    await electron.session.fromPartition(this.#partition).clearStorageData();
  }

  #open(): void {
    const { app, info, words } = this.#options;
    const { electron, folder, platform, log } = app;
    const window = openWindow({
      make: (options) => new electron.BrowserWindow(options),
      displays: () => {
        const main = electron.screen.getPrimaryDisplay();
        const others = electron.screen.getAllDisplays().filter(({ id }) => id !== main.id);
        return [main, ...others].map((display) => display.workArea);
      },
      state: this.#state,
      preload: join(folder, 'main', 'preload.cjs'),
      argument: shellInfoArgument(info),
      icon: platform === 'linux' ? join(folder, 'icons', 'app.png') : undefined,
      dark: electron.nativeTheme.shouldUseDarkColors,
      devTools: !electron.app.isPackaged,
      hidden: this.#hidden,
      partition: this.#partition,
    });
    if (platform !== 'darwin') window.setMenuBarVisibility(false);
    this.#window = window;
    const { webContents } = window;
    webContents.on('context-menu', (_event, at) => {
      const items = contextTemplate(at, words);
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
      if (!this.#options.staysWhenClosed()) return;
      event.preventDefault();
      window.hide();
    });
    window.on('closed', () => {
      this.#places.gone();
      this.#window = undefined;
      this.#options.onClosed();
    });
  }

  readonly #openFilePort: OpenFilePort = () =>
    new Promise((resolve) => {
      this.core.openPort('file-port', (port) => resolve(portOver(port)));
    });

  #openShellPort(): MessagePortMain {
    const { app, info, openOutside, onBadge } = this.#options;
    const { electron, log } = app;
    const { port1, port2 } = new electron.MessageChannelMain();
    const handlers = shellHandlers({
      info,
      openOutside,
      showBadge: onBadge,
      notifications: this.#notifications,
      saving: this.#saving,
      writeClipboard: (text) => electron.clipboard.writeText(text),
    });
    serve(portOver(port1), shellApi, handlers, (method, error) =>
      log('a call to the shell failed', { method, error: String(error) }),
    );
    return port2;
  }

  #fork() {
    const { app, of } = this.#options;
    const { electron, folder, policy } = app;
    const settings: CoreSettings = {
      dir: of.dir,
      version: electron.app.getVersion(),
      allowInsecure: policy.allowInsecureRelay,
      hideNotices: policy.hideNotificationText,
      keyStore: policy.requireKeychain ? 'keychain' : 'auto',
      // The company's own relay is proposed at the first door.
      relayAddress: of.id === FIRST ? policy.relayAddress : null,
    };
    return electron.utilityProcess.fork(
      join(folder, 'main', 'utility.cjs'),
      [JSON.stringify(settings)],
      // Chromium reads V8's flags from a switch of its own.
      { serviceName: 'Balai core', execArgv: [`--js-flags=${coreFlags.join(' ')}`] },
    );
  }
}
