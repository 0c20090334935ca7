import { z } from 'zod';
import type { Cache } from '../cache/cache.ts';

const KEY = 'searches';
/** As many as fit below the field without scrolling. */
const MOST = 8;
const stored = z.array(z.string());

/**
 * What the person searched for last, newest first. It stands in the encrypted cache of this computer
 * alone: it says as much of somebody as what they write.
 */
export class RecentSearches {
  readonly #cache: Cache;

  constructor(cache: Cache) {
    this.#cache = cache;
  }

  list(): string[] {
    try {
      return stored.parse(JSON.parse(this.#cache.meta.get(KEY) ?? '[]'));
    } catch {
      return [];
    }
  }

  /** A search that led somewhere. One that goes on with the words of the last takes its place. */
  remember(query: string): void {
    const text = query.trim().replaceAll(/\s+/gu, ' ');
    if (text === '') return;
    const [last, ...rest] = this.list();
    const before = last === undefined || text.startsWith(last) ? rest : [last, ...rest];
    this.#keep([text, ...before.filter((one) => one !== text)].slice(0, MOST));
  }

  /** Forgets one, or all. */
  forget(query: string | null): void {
    this.#keep(query === null ? [] : this.list().filter((one) => one !== query));
  }

  #keep(list: readonly string[]): void {
    this.#cache.meta.set(KEY, JSON.stringify(list));
    this.#cache.topics.changed('searches');
  }
}
