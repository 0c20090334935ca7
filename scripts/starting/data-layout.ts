import { accessSync, constants, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { diskTrouble } from './disk-trouble.ts';
import { StartProblem } from './start-problem.ts';

/** Where one workspace of this computer is kept: its relay, and each person's own profile. */
export interface DataLayout {
  readonly folder: string;
  readonly relay: string;
  readonly logs: string;
  /** What runs at present, for a second start beside it. */
  readonly running: string;
  /** A person's folder, by sign-in name; Electron keeps its own things there too. */
  person(name: string): string;
  /** The person's data core: the cache and who is signed in. */
  profile(name: string): string;
}

/** The name of an export's file as a name of a folder. */
const slug = (file: string): string =>
  basename(file)
    .replace(/\.zip$/i, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'export';

export function dataLayout(data: string, importFile: string | undefined): DataLayout {
  const folder = importFile === undefined ? data : join(data, 'imports', slug(importFile));
  const person = (name: string): string => join(folder, 'people', name);
  return {
    folder,
    relay: join(folder, 'relay'),
    logs: join(folder, 'logs'),
    running: join(folder, 'running.json'),
    person,
    profile: (name) => join(person(name), 'core'),
  };
}

/** @throws {StartProblem} where nothing can be written there */
export function prepareFolders({ folder, logs, relay }: DataLayout): void {
  try {
    for (const one of [folder, logs, relay]) mkdirSync(one, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw (
      diskTrouble(String(code), folder) ??
      new StartProblem(
        'data_folder',
        `${folder} is no folder that can be used (${code}). Name another one with --data.`,
      )
    );
  }
}
