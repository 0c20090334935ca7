import type { ShellClient, ShellInfo } from '../../../shared/rpc/shell-api.ts';
import { fileAddress } from '../../../shared/rpc/file-address.ts';
import { BrowserNotices } from './browser-notices.ts';
import { mayOpenOutside } from './outside-gate.ts';

/** The shell's API in the system browser, where the page's own powers have to do. */
export function browserShell(version: string): ShellClient {
  const notices = new BrowserNotices();
  const info: ShellInfo = {
    host: 'browser',
    platform: navigator.platform,
    version,
    ownFrame: false,
  };
  return {
    info: async () => info,
    openOutside: async ({ url }) => {
      if (!mayOpenOutside(url)) return false;
      window.open(url, '_blank', 'noopener,noreferrer');
      return true;
    },
    // The page's title carries the count in a tab (use-window-title.ts); an installed page has a badge.
    setBadge: async ({ count }) => {
      if ('setAppBadge' in navigator) await navigator.setAppBadge(count);
      return null;
    },
    mayNotify: async () => notices.allowed,
    notify: async (notice) => {
      notices.show(notice);
      return null;
    },
    withdraw: async ({ ids }) => {
      notices.withdraw(ids);
      return null;
    },
    copyText: async ({ text }) => {
      await navigator.clipboard.writeText(text);
      return null;
    },
    saveFile: async ({ channelId, fileId, name }) => {
      const link = document.createElement('a');
      link.href = fileAddress({ channelId, fileId, part: 'original', save: true });
      link.download = name;
      link.click();
      return { ok: true, value: null };
    },
    // The browser keeps its own list of what it saved.
    openSaved: async () => false,
  };
}
