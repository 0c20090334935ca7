import type { Db } from '../cache/open.ts';

export type FilePart = 'original' | 'preview';

/** A file whose bytes are here. Sizes in bytes, times in ms. */
export interface KeptFile {
  readonly id: string;
  readonly part: FilePart;
  readonly channelId: string;
  /** Its name on the disk. */
  readonly blob: string;
  readonly size: number;
  readonly usedAt: number;
  /** 1: nobody else has it yet. */
  readonly unsent: 0 | 1;
}

export const FILE_COLUMNS =
  'id, part, channel_id AS channelId, blob, size, used_at AS usedAt, unsent';

/**
 * Which files are on this computer. It lives in the cache's database, so that what goes with a
 * channel or a message goes in the same transaction (S11); the blobs follow by a sweep.
 */
export class FileIndex {
  readonly #statements;
  /** Something left the index: there are blobs to sweep. */
  #left = false;
  /** The relay told of a file. */
  #heard = false;

  constructor(db: Db) {
    this.#statements = {
      get: db.prepare<[string, string], KeptFile>(
        `SELECT ${FILE_COLUMNS} FROM files WHERE id = ? AND part = ?`,
      ),
      put: db.prepare(
        `INSERT OR REPLACE INTO files (id, part, channel_id, blob, size, used_at, unsent)
         VALUES (@id, @part, @channelId, @blob, @size, @usedAt, @unsent)`,
      ),
      used: db.prepare('UPDATE files SET used_at = ? WHERE id = ? AND part = ?'),
      sent: db.prepare('UPDATE files SET unsent = 0 WHERE id = ? AND unsent = 1'),
      remove: db.prepare('DELETE FROM files WHERE id = ?'),
      removePart: db.prepare('DELETE FROM files WHERE id = ? AND part = ?'),
      purge: db.prepare('DELETE FROM files WHERE channel_id = ?'),
      blobs: db.prepare<[]>('SELECT blob FROM files').pluck(),
      evictable: db
        .prepare<[]>('SELECT coalesce(sum(size), 0) FROM files WHERE unsent = 0')
        .pluck(),
      oldest: db.prepare<[], KeptFile>(
        `SELECT ${FILE_COLUMNS} FROM files WHERE unsent = 0 ORDER BY used_at LIMIT 1`,
      ),
    };
  }

  get(id: string, part: FilePart): KeptFile | undefined {
    return this.#statements.get.get(id, part);
  }

  put(file: KeptFile): void {
    if (this.get(file.id, file.part) !== undefined) this.#left = true;
    this.#statements.put.run(file);
  }

  used(id: string, part: FilePart, now: number): void {
    this.#statements.used.run(now, id, part);
  }

  /** The relay has it: from here on it may be evicted. */
  sent(id: string): void {
    this.#statements.sent.run(id);
  }

  remove(id: string, part?: FilePart): void {
    const { changes } =
      part === undefined
        ? this.#statements.remove.run(id)
        : this.#statements.removePart.run(id, part);
    if (changes > 0) this.#left = true;
  }

  /** S11: everything of a channel goes. */
  purge(channelId: string): void {
    if (this.#statements.purge.run(channelId).changes > 0) this.#left = true;
  }

  /** Takes out the longest unused until the rest fits; what is not yet sent stays in any case. */
  evict(bound: number): void {
    let size = this.#statements.evictable.get() as number;
    while (size > bound) {
      const oldest = this.#statements.oldest.get();
      if (oldest === undefined) return;
      this.remove(oldest.id, oldest.part);
      size -= oldest.size;
    }
  }

  /** Bytes that may be evicted. */
  get evictable(): number {
    return this.#statements.evictable.get() as number;
  }

  blobs(): Set<string> {
    return new Set(this.#statements.blobs.all() as string[]);
  }

  /** A file's row came from the relay; `null` where it was deleted. */
  rowCame(id: string, row: object | null): void {
    this.#heard = true;
    if (row === null) this.remove(id);
  }

  /** What happened since it was last asked. */
  takeNews(): { left: boolean; heard: boolean } {
    const news = { left: this.#left, heard: this.#heard };
    this.#left = false;
    this.#heard = false;
    return news;
  }
}
