import type { Clock } from '../../../shared/domain/clock.ts';
import { channelScope, orgScope, type Scope } from '../../../shared/domain/scope.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import { limits } from '../../../shared/protocol/limits.ts';
import type { Cache } from '../cache/cache.ts';
import { CacheError } from '../cache/open.ts';
import { applyRows } from './apply.ts';
import type { Requests } from './requests.ts';

const GATHER_MS = 15;

interface Key {
  scope: Scope;
  kind: string;
  id: string;
}

/**
 * Rows that somebody wanted to show and that are not here: a large workspace's directory is not
 * kept whole. Gathers the wishes of a moment into one question; asks for each only once a line.
 */
export class Wants {
  readonly #cache: Cache;
  readonly #requests: Requests;
  readonly #clock: Clock;
  readonly #live: () => boolean;
  readonly #asked = new Set<string>();
  #keys: Key[] = [];
  #cancel: (() => void) | null = null;

  constructor(cache: Cache, requests: Requests, clock: Clock, live: () => boolean) {
    this.#cache = cache;
    this.#requests = requests;
    this.#clock = clock;
    this.#live = live;
  }

  person(id: string): void {
    this.#want([{ scope: orgScope, kind: 'user', id }]);
  }

  channel(id: string): void {
    // It may be a public one, or one that only its members see.
    const scope = channelScope(id as ChannelId);
    this.#want([
      { scope: orgScope, kind: 'channel', id },
      { scope, kind: 'channel', id },
    ]);
  }

  /** A new line: what could not be had before may be had now. */
  connected(): void {
    this.#asked.clear();
  }

  close(): void {
    this.#cancel?.();
  }

  #want(keys: Key[]): void {
    if (!this.#live()) return;
    for (const key of keys) {
      const name = `${key.scope}/${key.kind}/${key.id}`;
      if (this.#asked.has(name)) continue;
      this.#asked.add(name);
      this.#keys.push(key);
    }
    if (this.#keys.length === 0) return;
    this.#cancel ??= this.#clock.after(GATHER_MS, () => {
      this.#cancel = null;
      const gathered = this.#keys;
      this.#keys = [];
      for (let at = 0; at < gathered.length; at += limits.keysPerGet) {
        void this.#ask(gathered.slice(at, at + limits.keysPerGet));
      }
    });
  }

  async #ask(keys: Key[]): Promise<void> {
    const answer = await this.#requests.ask('get', { keys });
    if (answer.ok) applyFound(this.#cache, answer.frame.rows);
  }
}

/**
 * Keeps rows that came by themselves. Only for scopes that are followed anyway: a stray row of a
 * channel that was left meanwhile must not come back (S11). False: the disk refuses; the next
 * frame meets the same disk, and the engine tells of it.
 */
export function applyFound(
  cache: Cache,
  found: readonly { scope: string; row: Parameters<typeof applyRows>[2][number] }[],
): boolean {
  return kept(cache, () => {
    for (const { scope, row } of found) {
      const name = scope as Scope;
      if (name !== orgScope && cache.scopes.knownId(name) === undefined) continue;
      applyRows(cache, name, [row]);
    }
  });
}

/** Whether a change of rows that nobody waits for reached the disk. */
export function kept(cache: Cache, change: () => void): boolean {
  try {
    cache.transaction(change);
    return true;
  } catch (error) {
    if (error instanceof CacheError) return false;
    throw error;
  }
}
