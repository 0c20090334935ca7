import { KeyStoreError, type KeyStore } from '../keys/key-store.ts';

/** A key store in memory, which notes what happens to it and can be told to fail. */
export class MemoryKeyStore implements KeyStore {
  readonly kind = 'file';
  readonly secrets = new Map<string, string>();
  /** Calls from this one on fail, by name; null: all work. */
  failing: 'get' | 'set' | 'remove' | null = null;
  readonly #note: (event: string) => void;

  constructor(note: (event: string) => void = () => undefined) {
    this.#note = note;
  }

  async get(account: string): Promise<string | undefined> {
    this.#fail('get');
    return this.secrets.get(account);
  }

  async set(account: string, secret: string): Promise<void> {
    this.#fail('set');
    this.#note(`set ${account.split('/')[0]} ${secret}`);
    this.secrets.set(account, secret);
  }

  async remove(account: string): Promise<void> {
    this.#fail('remove');
    this.#note(`remove ${account.split('/')[0]}`);
    this.secrets.delete(account);
  }

  #fail(call: 'get' | 'set' | 'remove'): void {
    if (this.failing === call) throw new KeyStoreError('the keychain is locked');
  }
}
