import type { Clock } from '../../../shared/domain/clock.ts';
import type { Meta } from '../cache/meta.ts';
import { asCacheError, CacheError } from '../cache/cache-error.ts';

const DAY_MS = 86_400_000;
/** Timers stand still while a computer sleeps, so none is set for the whole lease. */
const CHECK_EVERY_MS = 3_600_000;

/** S12: the relay has been reached just now, by this computer's clock. */
export function noteContact(meta: Meta, now: number): void {
  meta.set('contact', String(now));
  meta.set('clockSeen', String(now));
}

/**
 * S12: whether the workspace's days without contact are over. A clock that was set back by more
 * than a day since it was last looked at counts as over too: it would make the lease endless.
 */
export function leaseOver(meta: Meta, now: number): boolean {
  const days = meta.number('leaseDays') ?? 0;
  const contact = meta.number('contact');
  if (days === 0 || contact === null) return false;
  const seen = Math.max(contact, meta.number('clockSeen') ?? 0);
  return now < seen - DAY_MS || now - contact >= days * DAY_MS;
}

/** Watches the lease of an open workspace. */
export class Lease {
  readonly #meta: Meta;
  readonly #clock: Clock;
  readonly #onOver: () => void;
  #cancel: (() => void) | null = null;

  constructor(meta: Meta, clock: Clock, onOver: () => void) {
    this.#meta = meta;
    this.#clock = clock;
    this.#onOver = onOver;
  }

  /** Looks now, and again from time to time. Call it also when the computer woke up. */
  check(): void {
    this.close();
    const now = this.#clock.now();
    if (leaseOver(this.#meta, now)) return this.#onOver();
    this.#see(now);
    this.#cancel = this.#clock.after(CHECK_EVERY_MS, () => this.check());
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #see(now: number): void {
    if (now <= (this.#meta.number('clockSeen') ?? 0)) return;
    try {
      this.#meta.set('clockSeen', String(now));
    } catch (error) {
      // A full disk is told of where something of the person's cannot be kept.
      if (!(asCacheError(error) instanceof CacheError)) throw error;
    }
  }
}
