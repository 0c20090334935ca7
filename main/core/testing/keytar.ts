import type { Keytar } from '../keys/keychain.ts';

/** A keychain in memory that can be told to fail or to fall silent. */
export class FakeKeytar implements Keytar {
  readonly secrets = new Map<string, string>();
  behaviour: 'works' | 'fails' | 'silent' | 'forgets' = 'works';

  getPassword = (service: string, account: string): Promise<string | null> =>
    this.#answer(() =>
      this.behaviour === 'forgets' ? null : (this.secrets.get(`${service}/${account}`) ?? null),
    );

  setPassword = (service: string, account: string, password: string): Promise<void> =>
    this.#answer(() => void this.secrets.set(`${service}/${account}`, password));

  deletePassword = (service: string, account: string): Promise<boolean> =>
    this.#answer(() => this.secrets.delete(`${service}/${account}`));

  async #answer<T>(run: () => T): Promise<T> {
    if (this.behaviour === 'fails') throw new Error('Cannot autolaunch D-Bus without X11 $DISPLAY');
    if (this.behaviour === 'silent') return new Promise(() => undefined);
    return run();
  }
}
