import { existsSync } from 'node:fs';
import { join } from 'node:path';

const NAMES: Readonly<Record<string, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/**
 * Electron's program, where this machine has one: in ELECTRON_OVERRIDE_DIST_PATH, or fetched
 * before by `npx install-electron`. It is only looked for, never fetched, and the package
 * `electron` is not imported, since that alone begins a download.
 */
export function findElectron(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  const fetched = join(import.meta.dirname, '..', 'node_modules', 'electron', 'dist');
  const path = join(env.ELECTRON_OVERRIDE_DIST_PATH || fetched, NAMES[platform] ?? 'electron');
  return exists(path) ? path : undefined;
}
