import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { START_PAGE } from './origin.ts';
import { placeWindow, SMALLEST, type WindowStateFile } from './window-state.ts';

export interface WindowOptions {
  /** Makes Electron's window: `(options) => new BrowserWindow(options)`. */
  readonly make: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  /** Work areas of the displays, the main one first. */
  readonly displays: () => readonly Rectangle[];
  readonly state: WindowStateFile;
  /** Absolute path of the built preload. */
  readonly preload: string;
  /** What the preload tells the page of the program around it. */
  readonly argument: string;
  readonly icon: string | undefined;
  readonly dark: boolean;
  /** Of another workspace: it is loaded, to be told of messages, and shown when it is wanted. */
  readonly hidden: boolean;
  /** The session in which its page keeps what it keeps; undefined: the app's own. */
  readonly partition: string | undefined;
  /** Developer tools, for development only. */
  readonly devTools: boolean;
}

/** Both values of `--frame` in the page's tokens, so that a window never flashes while the page loads. */
const GROUND = { light: '#eceae6', dark: '#131416' } as const;

/** Makes a window of the app: sandboxed, without Node, and at its old place. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const { maximized, ...place } = placeWindow(options.state.read(), options.displays());
  const window = options.make({
    ...place,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Balai',
    backgroundColor: options.dark ? GROUND.dark : GROUND.light,
    ...(options.icon === undefined ? {} : { icon: options.icon }),
    webPreferences: {
      preload: options.preload,
      ...(options.partition === undefined ? {} : { partition: options.partition }),
      additionalArguments: [options.argument],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // It would fetch dictionaries from the network.
      spellcheck: false,
      devTools: options.devTools,
    },
  });
  if (maximized) window.maximize();
  const keep = (): void => {
    options.state.write({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  };
  window.on('close', keep);
  window.on('resized', keep);
  window.on('moved', keep);
  if (!options.hidden) window.once('ready-to-show', () => window.show());
  void window.loadURL(START_PAGE);
  return window;
}

/** Brings a window before the person's eyes. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
