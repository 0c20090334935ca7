import { spawn } from 'node:child_process';
import { hasScreen } from './have-electron.ts';

const OPENERS: Readonly<Record<string, readonly string[]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens an address in the system's browser. False: there is no screen, or nothing that opens it. */
export function openAddress(url: string): Promise<boolean> {
  if (!hasScreen()) return Promise.resolve(false);
  const [file = 'xdg-open', ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  return new Promise((resolve) => {
    const child = spawn(file, [...args, url], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      // The browser lives on; only whether it was found is of interest.
      child.unref();
      resolve(true);
    });
  });
}
