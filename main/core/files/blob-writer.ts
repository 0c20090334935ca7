import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { CHUNK, sealChunk } from './chunks.ts';

/** What was written: where it lies, bytes, and SHA-256 in hex. */
export interface Blob {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** More came than was allowed. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

export interface BlobWriterOptions {
  name: string;
  handle: FileHandle;
  /** Bytes. */
  most: number;
  key: Buffer;
  abandon: () => Promise<void>;
}

/** One blob that is being written, from its beginning to its end. */
export class BlobWriter {
  readonly #options: BlobWriterOptions;
  readonly #hash = createHash('sha256');
  #held: Uint8Array[] = [];
  #heldSize = 0;
  #size = 0;
  #index = 0;
  #closed = false;

  constructor(options: BlobWriterOptions) {
    this.#options = options;
  }

  /** @throws {TooLarge} or the file system's error */
  async append(piece: Uint8Array): Promise<void> {
    this.#size += piece.byteLength;
    if (this.#size > this.#options.most) throw new TooLarge();
    this.#hash.update(piece);
    this.#held.push(piece);
    this.#heldSize += piece.byteLength;
    if (this.#heldSize < CHUNK) return;
    const all = Buffer.concat(this.#held);
    let at = 0;
    for (; all.length - at >= CHUNK; at += CHUNK) await this.#put(all.subarray(at, at + CHUNK));
    this.#held = [all.subarray(at)];
    this.#heldSize = all.length - at;
  }

  /** All of it is on the disk when this resolves. @throws the file system's error */
  async finish(): Promise<Blob> {
    const { name, handle } = this.#options;
    if (this.#heldSize > 0) await this.#put(Buffer.concat(this.#held));
    await handle.sync();
    await this.#close();
    return { name, size: this.#size, sha256: this.#hash.digest('hex') };
  }

  /** Nothing of it stays. */
  async abandon(): Promise<void> {
    await this.#close().catch(() => undefined);
    await this.#options.abandon();
  }

  async #put(chunk: Uint8Array): Promise<void> {
    const { handle, key, name } = this.#options;
    await handle.appendFile(sealChunk(key, name, this.#index++, chunk));
  }

  async #close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#options.handle.close();
  }
}
