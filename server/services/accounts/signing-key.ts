import { Buffer } from 'node:buffer';
import type { AccountStore } from '../../store/accounts.ts';
import { secureRandom, type RandomBytes } from './secrets.ts';

export type SigningKey = () => Promise<Uint8Array>;

/**
 * This workspace's key of 256 bits, made by whoever needs it first and kept in the store, so that
 * all nodes and restarts have the same.
 */
export function signingKey(
  accounts: AccountStore,
  name: 'access-token-key' | 'refresh-token-key',
  random: RandomBytes = secureRandom,
): SigningKey {
  let key: Uint8Array | undefined;
  return async () => {
    if (key === undefined) {
      const fresh = Buffer.from(random(32)).toString('base64url');
      key = Buffer.from(await accounts.settingOnce(name, fresh), 'base64url');
    }
    return key;
  };
}
