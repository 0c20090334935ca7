import type { Clock } from '../../../shared/domain/clock.ts';
import { KeyStoreError, type KeyStore } from './key-store.ts';

const SERVICE = 'Balai';

/** What is used of keytar. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** Loaded late: the module fails at once where the system lacks its library (libsecret). */
export const loadKeytar = async (): Promise<Keytar> => (await import('keytar')).default;

export interface KeychainOptions {
  clock: Clock;
  load: () => Promise<Keytar>;
  /** How long one call may take, ms. A keychain that is locked waits for a person. */
  timeoutMs: number;
  /** Runs before each secret is written. */
  beforeSet?: () => void;
}

/** macOS Keychain, Windows Credential Manager, or the Secret Service, whichever this system has. */
export class Keychain implements KeyStore {
  readonly kind = 'keychain';
  readonly #options: KeychainOptions;

  constructor(options: KeychainOptions) {
    this.#options = options;
  }

  async get(account: string): Promise<string | undefined> {
    const found = await this.#call((keytar) => keytar.getPassword(SERVICE, account));
    return found ?? undefined;
  }

  async set(account: string, secret: string): Promise<void> {
    this.#options.beforeSet?.();
    await this.#call((keytar) => keytar.setPassword(SERVICE, account, secret));
  }

  async remove(account: string): Promise<void> {
    await this.#call((keytar) => keytar.deletePassword(SERVICE, account));
  }

  /** A call cannot be taken back; one that answers after its time is no longer listened to. */
  #call<T>(run: (keytar: Keytar) => Promise<T>): Promise<T> {
    const { clock, load, timeoutMs } = this.#options;
    return new Promise((resolve, reject) => {
      const cancel = clock.after(timeoutMs, () =>
        reject(new KeyStoreError(`the keychain did not answer within ${timeoutMs} ms`)),
      );
      load()
        .then(run)
        .then(resolve, (error: unknown) =>
          reject(new KeyStoreError(error instanceof Error ? error.message : String(error), error)),
        )
        .finally(cancel);
    });
  }
}
