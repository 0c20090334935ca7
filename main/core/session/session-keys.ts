import type { KeyStore } from '../keys/key-store.ts';

/**
 * The two secrets of one signed-in device, under names of its own, so that several profiles of one
 * computer share a keychain. Each method throws `KeyStoreError` where the store does not answer.
 */
export class SessionKeys {
  readonly #store: KeyStore;

  constructor(store: KeyStore) {
    this.#store = store;
  }

  refreshToken(deviceId: string): Promise<string | undefined> {
    return this.#store.get(`refresh/${deviceId}`);
  }

  setRefreshToken(deviceId: string, token: string): Promise<void> {
    return this.#store.set(`refresh/${deviceId}`, token);
  }

  cacheKey(deviceId: string): Promise<string | undefined> {
    return this.#store.get(`cache/${deviceId}`);
  }

  setCacheKey(deviceId: string, hex: string): Promise<void> {
    return this.#store.set(`cache/${deviceId}`, hex);
  }

  /** While the key is being changed there are two. */
  nextCacheKey(deviceId: string): Promise<string | undefined> {
    return this.#store.get(`cache-next/${deviceId}`);
  }

  setNextCacheKey(deviceId: string, hex: string): Promise<void> {
    return this.#store.set(`cache-next/${deviceId}`, hex);
  }

  removeNextCacheKey(deviceId: string): Promise<void> {
    return this.#store.remove(`cache-next/${deviceId}`);
  }

  /** S12: the cache's key first; without it the files are noise. Both are tried. */
  async remove(deviceId: string): Promise<void> {
    const results = await Promise.allSettled([
      this.#store.remove(`cache/${deviceId}`),
      this.#store.remove(`cache-next/${deviceId}`),
      this.#store.remove(`refresh/${deviceId}`),
    ]);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }
}
