import type { Menu, Tray } from 'electron';
import type { ShellWords } from './words.ts';

export interface TrayOptions {
  /** Makes Electron's tray with its icon. A desktop without one throws, or shows nothing. */
  readonly make: () => Tray;
  readonly menu: () => Menu;
  readonly words: ShellWords;
  readonly open: () => void;
  readonly log: (message: string, detail?: Record<string, unknown>) => void;
}

/** Where the app stays while its window is closed. */
export class TrayIcon {
  readonly #tray: Tray | undefined;
  readonly #words: ShellWords;
  readonly #menu: () => Menu;

  constructor({ make, menu, words, open, log }: TrayOptions) {
    this.#words = words;
    this.#menu = menu;
    try {
      this.#tray = make();
      this.#tray.setContextMenu(menu());
      this.#tray.on('click', open);
      this.show(0);
    } catch (error) {
      log('this desktop has no tray', { error: String(error) });
    }
  }

  /** Whether closing the window may leave the app running: only where it can be found again. */
  get exists(): boolean {
    return this.#tray !== undefined;
  }

  /** What its menu says has changed. */
  changed(): void {
    this.#tray?.setContextMenu(this.#menu());
  }

  show(count: number): void {
    this.#tray?.setToolTip(count === 0 ? 'Balai' : `Balai - ${this.#words.unread(count)}`);
  }
}
