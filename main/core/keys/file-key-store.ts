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
import { KeyStoreError, type KeyStore, type PassphraseLock } from './key-store.ts';
import {
  newPassphraseKey,
  passphraseKeyOf,
  seal,
  sealed,
  unseal,
  type PassphraseKey,
  type Sealed,
} from './seal.ts';

const plain = z.strictObject({ version: z.literal(1), secrets: z.record(z.string(), z.string()) });
const stored = z.discriminatedUnion('version', [plain, sealed]);
type Secrets = Record<string, string>;

/**
 * The fallback where no keychain answers: a file that only its owner may read. It keeps secrets
 * from other people of the computer, not from a thief of the disk, so the session view says which
 * store is in use. Windows has no such modes; there the folder's own rights decide. With a
 * passphrase the file is sealed, which keeps a thief of the disk out as well.
 */
export class FileKeyStore implements KeyStore {
  readonly kind = 'file';
  readonly #dir: string;
  readonly #file: string;
  #key: PassphraseKey | null = null;
  readonly lock: PassphraseLock;

  constructor(dir: string) {
    this.#dir = dir;
    this.#file = join(dir, 'keys.json');
    const state = (): PassphraseLock['state'] => this.#lockState();
    this.lock = {
      get state() {
        return state();
      },
      unlock: (passphrase) => this.#unlock(passphrase),
      protect: (passphrase) => this.#protect(passphrase),
    };
  }

  async get(account: string): Promise<string | undefined> {
    return this.#guard(() => this.#read()[account]);
  }

  async set(account: string, secret: string): Promise<void> {
    this.#guard(() => this.#write({ ...this.#read(), [account]: secret }));
  }

  async remove(account: string): Promise<void> {
    this.#guard(() => {
      // S12: a wipe needs no passphrase. All in the file belongs to one profile, and goes as one.
      if (this.#lockState() === 'locked') return rmSync(this.#file);
      const secrets = this.#read();
      if (!Object.hasOwn(secrets, account)) return;
      delete secrets[account];
      if (Object.keys(secrets).length === 0) {
        rmSync(this.#file);
        this.#key = null;
      } else this.#write(secrets);
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

  #lockState(): PassphraseLock['state'] {
    if (this.#key !== null) return 'open';
    try {
      return this.#load()?.version === 2 ? 'locked' : 'none';
    } catch {
      // Damaged: whoever reads it is told.
      return 'none';
    }
  }

  async #unlock(passphrase: string): Promise<boolean> {
    const box = this.#guard(() => this.#load());
    if (box?.version !== 2) return true;
    const key = await passphraseKeyOf(passphrase, box);
    if (key !== undefined) this.#key = key;
    return key !== undefined;
  }

  async #protect(passphrase: string | null): Promise<void> {
    const next = passphrase === null ? null : await newPassphraseKey(passphrase);
    this.#guard(() => {
      const secrets = this.#read();
      const before = this.#key;
      this.#key = next;
      try {
        this.#write(secrets);
      } catch (error) {
        this.#key = before;
        throw error;
      }
    });
  }

  #load(): z.infer<typeof plain> | Sealed | undefined {
    let text: string;
    try {
      text = readFileSync(this.#file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    return stored.parse(JSON.parse(text));
  }

  #read(): Secrets {
    const file = this.#load();
    if (file === undefined) return {};
    if (file.version === 2 && this.#key === null) throw new Error('locked by a passphrase');
    const { secrets } =
      file.version === 1 ? file : plain.parse(JSON.parse(unseal(this.#key!, file)));
    // A null prototype, so that no account's name means anything else.
    return Object.assign(Object.create(null) as Secrets, secrets);
  }

  /** Atomic: after a power cut the file holds the old secrets or the new ones. */
  #write(secrets: Secrets): void {
    mkdirSync(this.#dir, { recursive: true, mode: 0o700 });
    const temporary = `${this.#file}.new`;
    // A left-over may have another mode, and opening keeps the mode that a file has.
    rmSync(temporary, { force: true });
    const file = openSync(temporary, 'wx', 0o600);
    try {
      const text = JSON.stringify({ version: 1, secrets });
      writeSync(file, this.#key === null ? text : JSON.stringify(seal(this.#key, text)));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, this.#file);
  }
}
