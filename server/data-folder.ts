import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from './config.ts';

/** The database's name in the data folder. */
export const DATABASE_FILE = 'relay.db';

/**
 * Makes the data folder where its parent is there, and looks whether it can be used.
 *
 * @throws {ConfigError}
 */
export function prepareFolder(folder: string): void {
  try {
    // Only the relay's own account reads messages and signing keys.
    if (!existsSync(folder))
      mkdirSync(folder, { recursive: !existsSync(dirname(folder)), mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new ConfigError(
      `the data folder ${folder} cannot be used (${code}): give the account that runs the relay ` +
        'the right to read and write it, or name another one with --data',
      { cause: error },
    );
  }
}
