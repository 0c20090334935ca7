import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { deviceId, userId } from '../../../shared/domain/ids.ts';

const profile = z.object({
  version: z.literal(1),
  address: z.string(),
  /** The workspace's name when it was last heard. */
  workspace: z.string(),
  userId,
  deviceId,
});
/** Who is signed in where. No secret is in it. */
export type Profile = Omit<z.infer<typeof profile>, 'version'>;

/** The profile's folder cannot be read or written, or its file is damaged. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';
}

/** `profile.json` in the profile's folder. */
export class ProfileFile {
  readonly #dir: string;
  readonly #file: string;

  constructor(dir: string) {
    this.#dir = dir;
    this.#file = join(dir, 'profile.json');
  }

  /** Null: nobody is signed in. @throws {ProfileError} */
  read(): Profile | null {
    return this.#guard(() => {
      let text: string;
      try {
        text = readFileSync(this.#file, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
      const { version: _, ...rest } = profile.parse(JSON.parse(text));
      return rest;
    });
  }

  /** Atomic: whatever happens, the file holds the old profile or the new one. @throws {ProfileError} */
  write(value: Profile): void {
    this.#guard(() => {
      mkdirSync(this.#dir, { recursive: true, mode: 0o700 });
      const temporary = `${this.#file}.new`;
      const file = openSync(temporary, 'w', 0o600);
      try {
        writeSync(file, JSON.stringify({ version: 1, ...value }, null, 2));
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(temporary, this.#file);
    });
  }

  /** @throws {ProfileError} */
  remove(): void {
    this.#guard(() => rmSync(this.#file, { force: true }));
  }

  #guard<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      throw new ProfileError(`${this.#file}: ${String(error)}`, { cause: error });
    }
  }
}
