import type { Clock } from '../../shared/domain/clock.ts';
import { Meta } from './cache/meta.ts';
import type { Db } from './cache/open.ts';
import { openOrRenewCache, renewCache } from './cache/renew.ts';
import type { KeyStoreKind } from './keys/key-store.ts';
import { noteRotation, rotationDue } from './session/cache-key.ts';
import { leaseOver, noteContact } from './session/lease.ts';

export interface DoorOptions {
  dir: string;
  keyKind: KeyStoreKind;
  clock: Clock;
  /** Gives the cache another key; undefined where it has none. */
  changeKey: () => Promise<string | undefined>;
  /** A page of it did not open while it was in use. */
  damaged: boolean;
  /** The relay has just let this person in (S12). */
  admitted: boolean;
  log: (message: string, detail?: Record<string, unknown>) => void;
}

/**
 * Opens the cache for use: made anew where it is damaged, under another key where that is due.
 * Null: the offline lease is over, and what is in it stays closed (S12).
 *
 * @throws {CacheError}
 */
export async function openCacheDoor(key: string, options: DoorOptions): Promise<Db | null> {
  const { dir, keyKind, clock, log } = options;
  let db = options.damaged ? renewCache(dir, key, log) : openOrRenewCache(dir, key, log);
  try {
    if (options.admitted) noteContact(new Meta(db), clock.now());
    if (leaseOver(new Meta(db), clock.now())) {
      db.close();
      return null;
    }
    if (!rotationDue(new Meta(db), clock, keyKind)) return db;
  } catch (error) {
    db.close();
    throw error;
  }
  db.close();
  try {
    key = (await options.changeKey()) ?? key;
    db = openOrRenewCache(dir, key, log);
    noteRotation(new Meta(db), clock, keyKind);
    return db;
  } catch (error) {
    // It opens with the key that it had; the next start tries again.
    log('the key of the cache stays', { error: String(error) });
    if (db.open) db.close();
    return openOrRenewCache(dir, key, log);
  }
}
