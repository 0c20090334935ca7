import type { ShellHandlers, ShellInfo } from '../../shared/rpc/shell-api.ts';
import type { Notifications } from './notifications.ts';
import type { OpenOutside } from './outside.ts';
import type { Saving } from './save-file.ts';

export interface ShellHandlersOptions {
  readonly info: ShellInfo;
  readonly openOutside: OpenOutside;
  readonly showBadge: (count: number) => void;
  readonly notifications: Notifications;
  readonly saving: Saving;
  /** Electron's `clipboard.writeText`. */
  readonly writeClipboard: (text: string) => Promise<void>;
}

/** What the page may ask of the shell; arguments have been parsed by their schemas. */
export const shellHandlers = (options: ShellHandlersOptions): ShellHandlers => ({
  info: () => options.info,
  openOutside: ({ url }) => options.openOutside(url),
  setBadge: ({ count }) => {
    options.showBadge(count);
    return null;
  },
  mayNotify: () => options.notifications.shows,
  notify: (notice) => {
    options.notifications.show(notice);
    return null;
  },
  withdraw: ({ ids }) => {
    options.notifications.withdraw(ids);
    return null;
  },
  copyText: async ({ text }) => {
    await options.writeClipboard(text);
    return null;
  },
  saveFile: (file) => options.saving.save(file),
  openSaved: ({ key }) => options.saving.open(key),
});
