import { join } from 'node:path';
import type { Clock } from '../../../shared/domain/clock.ts';
import { keyFits, noteKey } from '../cache/key-check.ts';
import type { Meta } from '../cache/meta.ts';
import { openDatabase } from '../cache/open.ts';
import { dropCopy, rekeyCache } from '../cache/rekey.ts';
import type { KeyStoreKind } from '../keys/key-store.ts';
import { shareFilesKey } from '../files/files-key.ts';
import type { SessionKeys } from './session-keys.ts';

/** A key older than this is changed at the next start, ms. */
const KEY_AGE_MS = 180 * 86_400_000;

/**
 * Whether the cache is to get another key: it has had this one for half a year, or the key has
 * lain in a file and there is a keychain now.
 */
export function rotationDue(meta: Meta, clock: Clock, kind: KeyStoreKind): boolean {
  const now = clock.now();
  const since = meta.number('keySince');
  const before = meta.get('keyKind');
  if (since === null || since > now) meta.set('keySince', String(now));
  if (before === undefined || (before === 'keychain' && kind !== 'keychain')) {
    meta.set('keyKind', kind);
  }
  if (since === null || before === undefined) return false;
  return now - since >= KEY_AGE_MS || (before === 'file' && kind === 'keychain');
}

export function noteRotation(meta: Meta, clock: Clock, kind: KeyStoreKind): void {
  meta.set('keySince', String(clock.now()));
  meta.set('keyKind', kind);
}

/**
 * Changes the key. The next one is in the key store before the file has it, and the old one stays
 * until the file has lost it: a kill at any moment leaves a key that opens what is there.
 *
 * @throws {KeyStoreError} {CacheError} or the file system's error; the next start tidies up
 */
export async function rotateKey(
  keys: SessionKeys,
  dir: string,
  deviceId: string,
  next: string,
): Promise<string> {
  const present = await keys.cacheKey(deviceId);
  if (present === undefined) throw new Error('no key to change');
  await keys.setNextCacheKey(deviceId, next);
  shareFilesKey(dir, present, next);
  rekeyCache(dir, present, next);
  await keys.setCacheKey(deviceId, next);
  await keys.removeNextCacheKey(deviceId);
  return next;
}

/**
 * The key of the cache. A change that was cut short is finished, or forgotten where the file still
 * has the old key. Undefined: the store has none.
 *
 * @throws {KeyStoreError}
 */
export async function settledKey(
  keys: SessionKeys,
  dir: string,
  deviceId: string,
): Promise<string | undefined> {
  const present = await keys.cacheKey(deviceId);
  const next = await keys.nextCacheKey(deviceId);
  if (present === undefined || next === undefined) return present;
  const moved = opens(dir, next) || (!opens(dir, present) && keyFits(dir, next));
  if (moved) {
    await keys.setCacheKey(deviceId, next);
    noteKey(dir, next);
  }
  await keys.removeNextCacheKey(deviceId);
  dropCopy(dir);
  return moved ? next : present;
}

function opens(dir: string, key: string): boolean {
  const db = openDatabase(join(dir, 'cache.db'), key);
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return true;
  } catch {
    return false;
  } finally {
    db.close();
  }
}
