/** Where secrets lie: in the system's keychain, or in a file where none answers. */
export type KeyStoreKind = 'keychain' | 'file';

/** A secret could not be read or written; `reason` says why, for the log. */
export class KeyStoreError extends Error {
  override readonly name = 'KeyStoreError';

  constructor(reason: string, cause?: unknown) {
    super(`key store: ${reason}`, { cause });
  }
}

/** A passphrase over the secrets of a store that has no other protection. */
export interface PassphraseLock {
  /** `locked`: nothing can be read until it is given. */
  readonly state: 'none' | 'locked' | 'open';
  /** False: a wrong one. @throws {KeyStoreError} */
  unlock(passphrase: string): Promise<boolean>;
  /** Sets another one, or takes it away; the store must not be locked. @throws {KeyStoreError} */
  protect(passphrase: string | null): Promise<void>;
}

/** Keeps small secrets under a name: the cache's key and the session's refresh token. */
export interface KeyStore {
  readonly kind: KeyStoreKind;
  readonly lock?: PassphraseLock;
  /** @throws {KeyStoreError} where the store does not answer; a name that it lacks is undefined. */
  get(account: string): Promise<string | undefined>;
  /** @throws {KeyStoreError} */
  set(account: string, secret: string): Promise<void>;
  /** Removing what is not there is no error. @throws {KeyStoreError} */
  remove(account: string): Promise<void>;
}
