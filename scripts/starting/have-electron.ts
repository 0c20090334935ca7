import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron } from '../electron-runtime.ts';
import type { DataLayout } from './data-layout.ts';
import { startProgram } from './program.ts';

const TRY_AGAIN_MS = 24 * 3_600_000;
const FETCH_MS = 60_000;

/** Whether a window can be shown at all. */
export const hasScreen = (
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): boolean => platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);

/**
 * Electron's program: one that is here, or one that can be fetched within a minute. A computer
 * that cannot fetch it is asked again the next day. Undefined: there is none.
 */
export async function haveElectron(
  root: string,
  layout: DataLayout,
  say: (sentence: string) => void,
): Promise<string | undefined> {
  if (!hasScreen()) return undefined;
  const here = findElectron();
  if (here !== undefined) return here;
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  const note = join(layout.folder, 'electron-not-fetched');
  const tried = statSync(note, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (!existsSync(installer) || Date.now() - tried < TRY_AGAIN_MS) return undefined;
  say('Fetching Electron, once ...');
  const program = startProgram({
    args: [installer],
    env: { electron_config_cache: join(layout.folder, 'electron-cache') },
    cwd: root,
    log: join(layout.logs, 'electron.log'),
  });
  const timer = setTimeout(() => void program.stop(), FETCH_MS);
  const code = await program.ended;
  clearTimeout(timer);
  const fetched = code === 0 ? findElectron() : undefined;
  if (fetched === undefined) writeFileSync(note, '');
  return fetched;
}
