import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clock } from '../../../shared/domain/clock.ts';
import { FileKeyStore } from './file-key-store.ts';
import { Keychain, type Keytar } from './keychain.ts';
import { KeyStoreError, type KeyStore } from './key-store.ts';

/** `auto` prefers the keychain. `keychain` never uses a file; `file` never asks the keychain. */
export type KeyStorePolicy = 'auto' | 'keychain' | 'file';

export interface KeyStoreOptions {
  /** The profile's folder; it holds the file store, and a note of where secrets were put. */
  dir: string;
  policy: KeyStorePolicy;
  clock: Clock;
  load: () => Promise<Keytar>;
  /** Random bytes as hex, for the probe's name and value. */
  randomHex: (bytes: number) => string;
  log: (message: string, detail?: Record<string, unknown>) => void;
  timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
/** Says that this profile's secrets are in the keychain; whoever wipes the profile removes it too. */
export const KEYCHAIN_NOTE = 'keys-in-keychain';

/**
 * Chooses where secrets are kept, by a real round trip through the keychain.
 *
 * A profile whose secrets are in the keychain never falls back: to its owner the keys would seem
 * lost. Its store then throws `KeyStoreError` on each call, until the keychain answers again. The
 * other way round, what a file holds moves into the keychain as soon as there is one.
 */
export async function openKeyStore(options: KeyStoreOptions): Promise<KeyStore> {
  const { dir, policy, clock, load, log, timeoutMs = TIMEOUT_MS } = options;
  const file = new FileKeyStore(dir);
  // Who set a passphrase has decided; the keychain could not have it before the file is unlocked.
  if (policy === 'file' || file.lock.state !== 'none') return file;
  const note = join(dir, KEYCHAIN_NOTE);
  const keychain = new Keychain({ clock, load, timeoutMs, beforeSet: () => write(note) });
  const failure = await probe(new Keychain({ clock, load, timeoutMs }), options.randomHex);
  if (failure === undefined) {
    await move(file, keychain);
    return keychain;
  }
  log('no keychain answers', { reason: failure.message });
  return policy === 'keychain' || existsSync(note) ? keychain : file;
}

/** Writes, reads and removes a secret. Undefined: the keychain works. */
async function probe(
  keychain: Keychain,
  randomHex: (bytes: number) => string,
): Promise<KeyStoreError | undefined> {
  const account = `probe/${randomHex(8)}`;
  const secret = randomHex(16);
  try {
    await keychain.set(account, secret);
    const found = await keychain.get(account);
    await keychain.remove(account);
    return found === secret ? undefined : new KeyStoreError('the keychain gave back another value');
  } catch (error) {
    return error as KeyStoreError;
  }
}

async function move(from: FileKeyStore, to: Keychain): Promise<void> {
  for (const [account, secret] of await from.all()) {
    await to.set(account, secret);
    await from.remove(account);
  }
}

function write(note: string): void {
  if (existsSync(note)) return;
  mkdirSync(dirname(note), { recursive: true, mode: 0o700 });
  writeFileSync(note, '', { mode: 0o600 });
}
