import { EventEmitter } from 'node:events';
import type {
  BrowserWindowConstructorOptions,
  MenuItemConstructorOptions,
  NotificationConstructorOptions,
} from 'electron';
import type { Electron } from '../app-options.ts';
import { FakeSession } from './session.ts';

/** A port in memory, with its other end. */
export class FakePort extends EventEmitter {
  other: FakePort | undefined;
  closed = false;
  #started = false;
  readonly #early: unknown[] = [];

  postMessage(data: unknown): void {
    this.other?.receive(structuredClone(data));
  }
  receive(data: unknown): void {
    if (this.#started) this.emit('message', { data });
    else this.#early.push(data);
  }
  start(): void {
    this.#started = true;
    for (const data of this.#early.splice(0)) this.emit('message', { data });
  }
  close(): void {
    for (const end of [this, this.other]) {
      if (end === undefined || end.closed) continue;
      end.closed = true;
      end.emit('close');
    }
  }
}

export class FakeChannel {
  readonly port1 = new FakePort();
  readonly port2 = new FakePort();
  constructor() {
    this.port1.other = this.port2;
    this.port2.other = this.port1;
  }
}

export class FakeProcess extends EventEmitter {
  readonly posted: { message: unknown; ports: FakePort[] }[] = [];
  killed = false;
  readonly args: readonly string[];

  constructor(args: readonly string[] = []) {
    super();
    this.args = args;
  }
  postMessage(message: unknown, ports: FakePort[]): void {
    this.posted.push({ message, ports });
  }
  kill(): boolean {
    this.killed = true;
    this.emit('exit', 1);
    return true;
  }
}

/** An event that counts as prevented once a listener said so. */
export function anEvent<T extends object>(fields: T) {
  const event = {
    ...fields,
    prevented: false,
    preventDefault: () => void (event.prevented = true),
  };
  return event;
}

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

let contents = 0;

export class FakeContents extends EventEmitter {
  readonly id = ++contents;
  url = '';
  destroyed = false;
  reloads = 0;
  openHandler: OpenHandler = () => ({ action: 'allow' });
  readonly posted: { channel: string; message: unknown; ports: FakePort[] }[] = [];
  readonly mainFrame = { frameUrl: () => this.url };

  getURL(): string {
    return this.url;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  reload(): void {
    this.reloads++;
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  postMessage(channel: string, message: unknown, ports: FakePort[]): void {
    this.posted.push({ channel, message, ports });
  }
}

export class FakeWindow extends EventEmitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents = new FakeContents();
  readonly loaded: string[] = [];
  readonly overlays: unknown[] = [];
  visible = false;
  minimized = false;
  maximized = false;
  focused = 0;
  bounds = { x: 10, y: 20, width: 900, height: 700 };

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }
  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    this.webContents.url = url;
    return Promise.resolve();
  }
  isDestroyed(): boolean {
    return this.webContents.destroyed;
  }
  show(): void {
    this.visible = true;
  }
  hide(): void {
    this.visible = false;
  }
  focus(): void {
    this.focused++;
  }
  maximize(): void {
    this.maximized = true;
  }
  restore(): void {
    this.minimized = false;
  }
  isVisible(): boolean {
    return this.visible;
  }
  isFocused(): boolean {
    return false;
  }
  destroy(): void {
    this.webContents.destroyed = true;
    this.emit('closed');
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  getNormalBounds() {
    return this.bounds;
  }
  setMenuBarVisibility(): void {}
  setOverlayIcon(image: unknown, text: string): void {
    this.overlays.push({ image, text });
  }
  /** As the person does it: it closes unless somebody objects. */
  close(): boolean {
    const event = anEvent({});
    this.emit('close', event);
    if (event.prevented) return false;
    this.webContents.destroyed = true;
    this.emit('closed');
    return true;
  }
}

export class FakeNotification extends EventEmitter {
  readonly options: NotificationConstructorOptions;
  shown = false;
  constructor(options: NotificationConstructorOptions = {}) {
    super();
    this.options = options;
  }
  show(): void {
    this.shown = true;
  }
  close(): void {
    this.shown = false;
    this.emit('close', {});
  }
}

class FakeApp extends EventEmitter {
  firstInstance = true;
  isPackaged = true;
  ready = false;
  locale = 'en-GB';
  readonly calls: string[] = [];
  badge = 0;
  login: unknown;
  readonly folder: string;

  constructor(folder: string) {
    super();
    this.folder = folder;
  }
  requestSingleInstanceLock(): boolean {
    return this.firstInstance;
  }
  enableSandbox(): void {
    this.calls.push('enableSandbox');
  }
  setAppUserModelId(id: string): void {
    this.calls.push(`setAppUserModelId ${id}`);
  }
  setAsDefaultProtocolClient(scheme: string): boolean {
    this.calls.push(`setAsDefaultProtocolClient ${scheme}`);
    return true;
  }
  whenReady(): Promise<void> {
    this.ready = true;
    return Promise.resolve();
  }
  isReady(): boolean {
    return this.ready;
  }
  getLocale(): string {
    return this.ready ? this.locale : '';
  }
  getVersion(): string {
    return '1.2.3';
  }
  getPath(): string {
    return this.folder;
  }
  setBadgeCount(count: number): boolean {
    this.badge = count;
    return true;
  }
  setLoginItemSettings(settings: unknown): void {
    this.login = settings;
  }
  quit(): void {
    const event = anEvent({});
    this.emit('before-quit', event);
    this.calls.push(event.prevented ? 'quit: not yet' : 'quit');
  }
}

/**
 * As much of Electron as the shell uses, in memory. It notes what is asked of it; a test plays the
 * person, the page and the system.
 */
export function fakeElectron(folder: string) {
  const windows: FakeWindow[] = [];
  const processes: FakeProcess[] = [];
  const notifications: FakeNotification[] = [];
  const opened: string[] = [];
  const copied: string[] = [];
  /** Files that the system opened, or whose folder it showed. */
  const openedFiles: string[] = [];
  /** What the person was asked of a file, and answers; null: they change their mind. */
  const saving: { asked: string[]; path: string | null } = { asked: [], path: null };
  const schemes: { scheme: string; privileges: object }[] = [];
  const menus: MenuItemConstructorOptions[][] = [];
  const trays: EventEmitter[] = [];
  const app = new FakeApp(folder);
  const defaultSession = new FakeSession();
  const partitions = new Map<string, FakeSession>();
  const { pages } = defaultSession;
  const ipcMain = new EventEmitter();
  const powerMonitor = new EventEmitter();

  const electron = {
    app,
    ipcMain,
    powerMonitor,
    session: {
      defaultSession,
      fromPartition: (name: string) => {
        const session = partitions.get(name) ?? new FakeSession();
        partitions.set(name, session);
        return session;
      },
    },
    MessageChannelMain: FakeChannel,
    BrowserWindow: class extends FakeWindow {
      constructor(options: BrowserWindowConstructorOptions) {
        super(options);
        windows.push(this);
        app.emit('web-contents-created', {}, this.webContents);
      }
    },
    Notification: class extends FakeNotification {
      static isSupported = () => true;
      constructor(options: NotificationConstructorOptions) {
        super(options);
        notifications.push(this);
      }
    },
    Tray: class extends EventEmitter {
      tip = '';
      constructor() {
        super();
        trays.push(this);
      }
      setContextMenu(): void {}
      setToolTip(tip: string): void {
        this.tip = tip;
      }
    },
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => {
        menus.push(template);
        return { popup: () => undefined };
      },
      setApplicationMenu: () => undefined,
    },
    clipboard: {
      writeText: (text: string) => {
        copied.push(text);
        return Promise.resolve();
      },
    },
    dialog: {
      showSaveDialog: (...given: { defaultPath?: string }[]) => {
        saving.asked.push(given.at(-1)?.defaultPath ?? '');
        return Promise.resolve({ canceled: saving.path === null, filePath: saving.path ?? '' });
      },
    },
    nativeImage: {
      createFromPath: (path: string) => ({ path }),
      createFromBitmap: (pixels: Buffer, size: object) => ({ pixels, ...size }),
    },
    nativeTheme: { shouldUseDarkColors: false },
    protocol: {
      registerSchemesAsPrivileged: (list: typeof schemes) => schemes.push(...list),
    },
    screen: {
      getPrimaryDisplay: () => ({ id: 1, workArea: { x: 0, y: 0, width: 1_366, height: 728 } }),
      getAllDisplays: () => [{ id: 1, workArea: { x: 0, y: 0, width: 1_366, height: 728 } }],
    },
    shell: {
      openExternal: (url: string) => {
        opened.push(url);
        return Promise.resolve();
      },
      openPath: (path: string) => {
        openedFiles.push(`open ${path}`);
        return Promise.resolve('');
      },
      showItemInFolder: (path: string) => {
        openedFiles.push(`show ${path}`);
      },
    },
    utilityProcess: {
      fork: (_path: string, args: string[]) => {
        const process = new FakeProcess(args);
        processes.push(process);
        return process;
      },
    },
  };
  return {
    electron: electron as unknown as Electron,
    app,
    copied,
    defaultSession,
    ipcMain,
    menus,
    notifications,
    opened,
    openedFiles,
    pages,
    partitions,
    powerMonitor,
    processes,
    saving,
    schemes,
    trays,
    windows,
  };
}
