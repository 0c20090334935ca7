import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Beside the cache; part of what a wipe removes. */
export const KEY_CHECK = 'cache.key';

/** Nothing of a random key can be found out by its hash, of which half is kept. */
const checkOf = (keyHex: string): string =>
  createHash('sha256').update(`balai cache key ${keyHex}`).digest('hex').slice(0, 32);

/**
 * Tells a wrong key from a damaged file: to the cipher both are pages that do not open. A file
 * that only the first writer of a cache makes says which key it was.
 */
export function keyFits(dir: string, keyHex: string): boolean {
  try {
    return readFileSync(join(dir, KEY_CHECK), 'utf8').trim() === checkOf(keyHex);
  } catch {
    return false;
  }
}

export function noteKey(dir: string, keyHex: string): void {
  if (!keyFits(dir, keyHex)) {
    writeFileSync(join(dir, KEY_CHECK), checkOf(keyHex), { mode: 0o600 });
  }
}
