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
import { KeyStoreError, type KeyStore } from './key-store.ts';

const stored = z.strictObject({ version: z.literal(1), secrets: z.record(z.string(), z.string()) });
type Secrets = Record<string, string>;

/**
 * The fallback where no keychain answers: a file that only its owner may read. It keeps secrets
 * from other people of the computer, not from a thief of the disk, so the session view says which
 * store is in use. Windows has no such modes; there the folder's own rights decide.
 */
export class FileKeyStore implements KeyStore {
  readonly kind = 'file';
  readonly #dir: string;
  readonly #file: string;

  constructor(dir: string) {
    this.#dir = dir;
    this.#file = join(dir, 'keys.json');
  }

  async get(account: string): Promise<string | undefined> {
    return this.#guard(() => this.#read()[account]);
  }

  async set(account: string, secret: string): Promise<void> {
    this.#guard(() => this.#write({ ...this.#read(), [account]: secret }));
  }

  async remove(account: string): Promise<void> {
    this.#guard(() => {
      const secrets = this.#read();
      if (!Object.hasOwn(secrets, account)) return;
      delete secrets[account];
      if (Object.keys(secrets).length === 0) rmSync(this.#file);
      else this.#write(secrets);
    });
  }

  /** Everything in it, to be moved elsewhere. @throws {KeyStoreError} */
  async all(): Promise<[account: string, secret: string][]> {
    return this.#guard(() => Object.entries(this.#read()));
  }

  #guard<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      throw new KeyStoreError(`${this.#file}: ${String(error)}`, error);
    }
  }

  #read(): Secrets {
    let text: string;
    try {
      text = readFileSync(this.#file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
      throw error;
    }
    // A null prototype, so that no account's name means anything else.
    return Object.assign(Object.create(null) as Secrets, stored.parse(JSON.parse(text)).secrets);
  }

  /** Atomic: after a power cut the file holds the old secrets or the new ones. */
  #write(secrets: Secrets): void {
    mkdirSync(this.#dir, { recursive: true, mode: 0o700 });
    const temporary = `${this.#file}.new`;
    // A left-over may have another mode, and opening keeps the mode that a file has.
    rmSync(temporary, { force: true });
    const file = openSync(temporary, 'wx', 0o600);
    try {
      writeSync(file, JSON.stringify({ version: 1, secrets }));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, this.#file);
  }
}
