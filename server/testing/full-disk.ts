import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** Another view of the file system, in which somebody without rights may mount a small disk. */
const OWN_VIEW = ['unshare', '--user', '--mount', '--map-root-user'] as const;

/** Why no small disk can be had here, as the reason of a skipped test; undefined where it can. */
export function whyNoSmallDisk(): string | undefined {
  try {
    const [file, ...args] = [...OWN_VIEW, 'mount', '-t', 'tmpfs', 'none', '/mnt'];
    execFileSync(file, args, { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'no small disk can be mounted here';
  }
}

/**
 * Words before a command line: it finds a small disk at `folder`, with what is in `seed`. The disk
 * goes when the program ends.
 */
export function onSmallDisk(folder: string, seed: string, megabytes: number): string[] {
  mkdirSync(folder, { recursive: true });
  const script = `mount -t tmpfs -o size=${megabytes}m none "$0" && cp "$1"/* "$0" && shift 1 && exec "$@"`;
  return [...OWN_VIEW, 'sh', '-c', script, folder, seed];
}

/** The program's own view of a file. */
export const insideOf = (pid: number, file: string): string => `/proc/${pid}/root${file}`;
