import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { UserId } from '../../../shared/domain/ids.ts';
import { FakeClock } from '../../../shared/testing/clock.ts';
import { people } from '../../../shared/testing/office.ts';
import { Cache } from '../cache/cache.ts';
import { openCache } from '../cache/open.ts';
import type { SearchIndex } from '../cache/search-index.ts';
import { LiveTopics } from '../live/topics.ts';
import { temporaryFolder } from './folder.ts';

export const KEY = 'c0de'.repeat(16);

/** Keeps what it was told, and says when it was told the same twice. */
export class RecordedIndex implements SearchIndex {
  texts = new Map<number, string>();
  #flushed = new Map<number, string>();

  add(rowid: number, text: string): void {
    if (this.texts.has(rowid)) throw new Error(`row ${rowid} is in the index already`);
    this.texts.set(rowid, text);
  }

  remove(rowid: number): void {
    this.texts.delete(rowid);
  }

  flush(): void {
    this.#flushed = new Map(this.texts);
  }

  forget(): void {
    this.texts = new Map(this.#flushed);
  }

  /** What stands on the disk stays. */
  close(): void {
    this.forget();
  }
}

export interface OpenedCache {
  cache: Cache;
  clock: FakeClock;
  topics: LiveTopics;
  index: RecordedIndex;
  file: string;
  /** Opens the same file a second time, as after a kill: nothing of the first is carried over. */
  again(): Cache;
}

/** A real encrypted cache in a folder of its own. */
export function testCache(userId: UserId = people.ayu): OpenedCache {
  const file = join(temporaryFolder(), 'cache.db');
  const clock = new FakeClock();
  const topics = new LiveTopics(clock);
  const index = new RecordedIndex();
  const open = (): Cache => {
    const cache = new Cache(openCache(file, KEY), userId, index, topics);
    onTestFinished(() => cache.close());
    return cache;
  };
  return { cache: open(), clock, topics, index, file, again: open };
}
