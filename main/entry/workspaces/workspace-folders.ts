import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { WORKSPACE_COLOURS, workspaceColour } from '../../../shared/domain/kinds/workspace.ts';

/** The workspace whose folder is the profile's own, as it was when there was only one. */
export const FIRST = 'first';
const FOLDER = 'workspaces';
const NAME = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const look = z.object({ colour: workspaceColour });

export interface WorkspaceFolder {
  readonly id: string;
  readonly dir: string;
  readonly colour: number;
  /** Whether somebody was signed in to it when it was last used. */
  readonly used: boolean;
}

/**
 * The workspaces of a profile, each in a folder of its own: the first in the profile's, the others
 * below it. The folders are the list, so no list can say otherwise. Their names are UUIDv7, hence in
 * the order in which they were added.
 */
export class WorkspaceFolders {
  readonly #base: string;
  readonly #newId: () => string;
  readonly #log: (message: string, detail?: Record<string, unknown>) => void;

  constructor(
    base: string,
    newId: () => string,
    log: (message: string, detail?: Record<string, unknown>) => void,
  ) {
    this.#base = base;
    this.#newId = newId;
    this.#log = log;
  }

  /** Those that are there. One that nobody was signed in to when it was last used is removed. */
  open(): WorkspaceFolder[] {
    const first = { id: FIRST, dir: this.#base, colour: 0, used: this.#isUsed(this.#base) };
    return [
      first,
      ...this.#names()
        .filter((id) => !this.#isLeft(id))
        .map((id) => this.#at(id)),
    ];
  }

  /** Makes one more, in the first colour that is free. @throws the file system's error */
  add(): WorkspaceFolder {
    const taken = new Set([0, ...this.#names().map((id) => this.#at(id).colour)]);
    const all = Array.from({ length: WORKSPACE_COLOURS }, (_, colour) => colour);
    const colour = all.find((one) => !taken.has(one)) ?? taken.size % WORKSPACE_COLOURS;
    const id = this.#newId();
    const dir = this.#dir(id);
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    writeFileSync(join(dir, 'look.json'), JSON.stringify({ colour }), { mode: 0o600 });
    return { id, dir, colour, used: false };
  }

  /** Removes the folder of one whose core is closed; the first one's stays. */
  remove(id: string): void {
    if (id === FIRST) return;
    try {
      rmSync(this.#dir(id), { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      // The next start tries again.
      this.#log('the folder of a workspace stays', { error: String(error) });
    }
  }

  #dir(id: string): string {
    return join(this.#base, FOLDER, id);
  }

  #names(): string[] {
    try {
      return readdirSync(join(this.#base, FOLDER))
        .filter((name) => NAME.test(name))
        .sort();
    } catch {
      return [];
    }
  }

  #at(id: string): WorkspaceFolder {
    const dir = this.#dir(id);
    const used = this.#isUsed(dir);
    try {
      const { colour } = look.parse(JSON.parse(readFileSync(join(dir, 'look.json'), 'utf8')));
      return { id, dir, colour, used };
    } catch {
      return { id, dir, colour: WORKSPACE_COLOURS - 1, used };
    }
  }

  /** A folder that cannot be read is no empty one: what is in it stays. */
  #isUsed(dir: string): boolean {
    try {
      return readdirSync(dir).includes('profile.json');
    } catch (error) {
      return (error as NodeJS.ErrnoException).code !== 'ENOENT';
    }
  }

  #isLeft(id: string): boolean {
    if (this.#isUsed(this.#dir(id))) return false;
    this.remove(id);
    return true;
  }
}
