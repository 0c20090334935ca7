import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Another host has this profile open. */
export class ProfileInUse extends Error {
  override readonly name = 'ProfileInUse';

  constructor(pid: number) {
    super(`process ${pid} has this profile open`);
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/**
 * One core a profile: two would each hold their own picture of the outbox. Gives the function that
 * lets it go. A lock whose process is gone counts for nothing.
 *
 * @throws {ProfileInUse}
 */
export function lockProfile(
  dir: string,
  pid: number = process.pid,
  alive: (pid: number) => boolean = isAlive,
): () => void {
  const file = join(dir, 'host.lock');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  for (;;) {
    try {
      writeFileSync(file, String(pid), { flag: 'wx', mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(readFileSync(file, 'utf8'));
    if (holder > 0 && holder !== pid && alive(holder)) throw new ProfileInUse(holder);
    rmSync(file, { force: true });
  }
}
