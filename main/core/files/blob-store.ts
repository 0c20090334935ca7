import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BlobWriter, type Blob } from './blob-writer.ts';
import { FILES_FOLDER, openFilesKey } from './files-key.ts';
import { CHUNK, keyOfBlob, openChunk, SEALED_CHUNK } from './chunks.ts';

/** The files of a profile. @throws the file system's error */
export const openBlobs = (profile: string, cacheKey: string): BlobStore =>
  new BlobStore(join(profile, FILES_FOLDER), openFilesKey(profile, cacheKey));

/** Names of files on the disk say nothing of what is in them. */
const NAME = /^[0-9a-f]{32}$/;

/**
 * Files of any size in a folder, each encrypted in chunks so that a part in the middle can be read
 * alone. What belongs to which message stands in the index (`file-index.ts`); a blob that the index
 * does not know is an orphan.
 */
export class BlobStore {
  readonly #dir: string;
  readonly #key: Buffer;
  /** Not yet in the index, and no orphans. */
  readonly #writing = new Set<string>();

  /** @throws the file system's error */
  constructor(dir: string, key: Buffer) {
    this.#dir = dir;
    this.#key = key;
    mkdirSync(dir, { recursive: true, mode: 0o700 });
  }

  /** Begins a new blob, of `most` bytes at the most. @throws the file system's error */
  async begin(most: number): Promise<BlobWriter> {
    const name = randomBytes(16).toString('hex');
    this.#writing.add(name);
    try {
      const handle = await open(join(this.#dir, name), 'wx', 0o600);
      const abandon = () => this.remove(name);
      return new BlobWriter({ name, handle, most, key: keyOfBlob(this.#key, name), abandon });
    } catch (error) {
      this.#writing.delete(name);
      throw error;
    }
  }

  /**
   * Encrypts a stream into a new blob; on the disk when it resolves (fsync). Until `written` is
   * called it is protected from `sweep`.
   *
   * @throws {TooLarge} the stream's error, or the file system's; nothing is left then
   */
  async write(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Blob> {
    const writer = await this.begin(most);
    try {
      for await (const piece of bytes) await writer.append(piece);
      return await writer.finish();
    } catch (error) {
      await writer.abandon();
      throw error;
    }
  }

  /** The index has it now, or nobody ever will. */
  written(name: string): void {
    this.#writing.delete(name);
  }

  /**
   * The bytes from `from` up to and without `to`, decrypted as they are read.
   *
   * @throws where the blob is gone, was cut or was changed
   */
  async *read(name: string, from: number, to: number): AsyncGenerator<Buffer> {
    if (from >= to) return;
    const key = keyOfBlob(this.#key, name);
    const handle = await open(join(this.#dir, name), 'r');
    try {
      const sealed = Buffer.alloc(SEALED_CHUNK);
      for (let index = Math.floor(from / CHUNK); index * CHUNK < to; index++) {
        const { bytesRead } = await handle.read(sealed, 0, SEALED_CHUNK, index * SEALED_CHUNK);
        const chunk = openChunk(key, name, index, sealed.subarray(0, bytesRead));
        const start = Math.max(0, from - index * CHUNK);
        yield chunk.subarray(start, Math.min(chunk.length, to - index * CHUNK));
        // A last chunk that was cut away would otherwise be waited for without end.
        if (bytesRead < SEALED_CHUNK && (index + 1) * CHUNK < to) throw new Error('a file was cut');
      }
    } finally {
      await handle.close();
    }
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.#dir, name), { force: true });
    this.#writing.delete(name);
  }

  /** Removes what the index does not know (S11): what a purge left, and what a kill interrupted. */
  sweep(known: ReadonlySet<string>): number {
    let removed = 0;
    for (const name of readdirSync(this.#dir)) {
      if (!NAME.test(name) || known.has(name) || this.#writing.has(name)) continue;
      rmSync(join(this.#dir, name), { force: true });
      removed++;
    }
    return removed;
  }
}
