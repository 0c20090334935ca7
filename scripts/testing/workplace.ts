import { mkdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './run.ts';

/** Where a run of the tests may write: a folder of the checkout that git does not see. */
export interface Workplace {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  clean(): void;
}

/**
 * Temporary files, and on Linux the home folder too (a browser and a keyring write there), go
 * into `.tmp/<process>`. The name is short: paths of Unix sockets end at about 100 characters.
 */
export function makeWorkplace(): Workplace {
  const folder = join(root, '.tmp', process.pid.toString(36));
  const home = join(folder, 'h');
  mkdirSync(home, { recursive: true });
  const linuxHome = {
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_STATE_HOME: join(home, 'state'),
  };
  return {
    folder,
    env: {
      ...process.env,
      PATH: [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter),
      TMPDIR: folder,
      TEMP: folder,
      TMP: folder,
      ...(process.platform === 'linux' ? linuxHome : {}),
    },
    clean: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}
