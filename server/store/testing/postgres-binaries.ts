import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The oldest release that the relay runs on. */
const OLDEST = 15;

export interface PostgresBinaries {
  /** The folder that holds `initdb` and `postgres`. */
  readonly folder: string;
  readonly version: number;
}

/** Prints what a program says, or undefined where it cannot be run. */
function answerOf(program: string, ...args: string[]): string | undefined {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}

/** Where packages put a server's programs; Debian keeps them out of the PATH. */
function* folders(): Generator<string> {
  const told = answerOf('pg_config', '--bindir')?.trim();
  if (told !== undefined) yield told;
  for (const root of ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']) {
    if (!existsSync(root)) continue;
    const names = readdirSync(root).filter((name) => /^(postgresql@)?\d+$/.test(name));
    for (const name of names.toSorted().toReversed()) yield join(root, name, 'bin');
  }
}

/** PostgreSQL as it is installed here, or why tests that need it cannot run. */
export function findPostgres(): PostgresBinaries | { readonly missing: string } {
  for (const folder of folders()) {
    if (!existsSync(join(folder, 'initdb'))) continue;
    const told = answerOf(join(folder, 'postgres'), '--version');
    const version = Number(/\d+/.exec(told ?? '')?.[0] ?? 0);
    if (version >= OLDEST) return { folder, version };
  }
  return { missing: `no PostgreSQL ${OLDEST} or newer is installed here` };
}
