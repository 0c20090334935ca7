import { constants } from 'node:fs';
import {
  copyFile,
  link,
  mkdir,
  open,
  rename,
  rm,
  stat,
  statfs,
  type FileHandle,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The disk takes no more. */
export class NoSpace extends Error {
  override readonly name = 'NoSpace';
}

/** A piece does not begin where the bytes end. */
export class WrongOffset extends Error {
  override readonly name = 'WrongOffset';
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is left free for the database and its log: messages go on where files do not. */
const RESERVE_BYTES = 1_024 ** 3;
const RESERVE_SHARE = 0.05;

/**
 * The bytes of files: `<folder>/<last two of the id>/<id>`, `<id>.part` while they come, and
 * `<id>.webp`, a preview. A name is made of an id alone, never of what a person called the file.
 */
export class BlobFolder {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  file(id: string): string {
    // An id that is a path would lead out of the folder.
    if (!ID.test(id)) throw new Error('no id of a file');
    return join(this.#root, id.slice(-2), id);
  }

  preview(id: string): string {
    return `${this.file(id)}.webp`;
  }

  part(id: string): string {
    return `${this.file(id)}.part`;
  }

  /** Bytes that are here; `whole`: under its own name. */
  async kept(id: string): Promise<{ readonly bytes: number; readonly whole: boolean }> {
    const whole = await sizeOf(this.file(id));
    if (whole !== undefined) return { bytes: whole, whole: true };
    return { bytes: (await sizeOf(this.part(id))) ?? 0, whole: false };
  }

  /**
   * Writes what comes, from `offset` on, and puts it on the disk; what came before a line broke
   * too. Answers where the bytes end.
   *
   * @throws {WrongOffset} {@link NoSpace}
   */
  async write(id: string, offset: number, pieces: AsyncIterable<Uint8Array>): Promise<number> {
    const path = this.part(id);
    await this.#makeFolder(dirname(path));
    const handle = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600).catch(asFailure);
    try {
      const { size } = await handle.stat();
      if (size !== offset) throw new WrongOffset();
      if (size === 0) await syncFolder(dirname(path));
      return await writeAll(handle, offset, pieces);
    } finally {
      await handle.close();
    }
  }

  /** The part has become the file. */
  async finish(id: string): Promise<void> {
    await rename(this.part(id), this.file(id)).catch(asFailure);
    await syncFolder(dirname(this.file(id)));
  }

  /**
   * Gives a file the bytes of another one. Answers whether they are there; the other's may be gone.
   *
   * @throws {NoSpace}
   */
  async copy(from: string, to: string): Promise<{ file: boolean; preview: boolean }> {
    await this.#makeFolder(dirname(this.file(to)));
    const file = await this.#copied(this.file(from), to, this.file(to));
    const preview = file && (await this.#copied(this.preview(from), to, this.preview(to)));
    await syncFolder(dirname(this.file(to)));
    return { file, preview };
  }

  async #copied(from: string, id: string, to: string): Promise<boolean> {
    try {
      // A second name for the same bytes, which never change once they have one.
      await link(from, to);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EEXIST') return true;
      if (code === 'ENOENT') return false;
      // Not every disk knows of second names.
      const part = this.part(id);
      await copyFile(from, part).catch(asFailure);
      await rename(part, to).catch(asFailure);
    }
    return true;
  }

  /** Its bytes, and what was made of them. */
  async remove(id: string): Promise<void> {
    for (const path of [this.part(id), this.file(id), this.preview(id)]) {
      await rm(path, { force: true });
    }
  }

  /** Bytes that files may still take. */
  async room(): Promise<number> {
    await mkdir(this.#root, { recursive: true, mode: 0o700 }).catch(asFailure);
    const { bavail, blocks, bsize } = await statfs(this.#root);
    return bavail * bsize - Math.min(RESERVE_BYTES, blocks * bsize * RESERVE_SHARE);
  }

  async #makeFolder(folder: string): Promise<void> {
    const made = await mkdir(folder, { recursive: true, mode: 0o700 }).catch(asFailure);
    if (made !== undefined) await syncFolder(dirname(folder));
  }
}

async function writeAll(
  handle: FileHandle,
  offset: number,
  pieces: AsyncIterable<Uint8Array>,
): Promise<number> {
  let end = offset;
  try {
    for await (const piece of pieces) {
      for (let from = 0; from < piece.length;) {
        const { bytesWritten } = await handle
          .write(piece, from, piece.length - from, end)
          .catch(asFailure);
        from += bytesWritten;
        end += bytesWritten;
      }
    }
  } finally {
    // S10: what is told is on the disk.
    await handle.datasync().catch(asFailure);
  }
  return end;
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** A new name is on the disk only when its folder is. Windows has no such call, and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

function asFailure(error: unknown): never {
  if (FULL.has(codeOf(error) ?? '')) throw new NoSpace('the disk is full', { cause: error });
  throw error;
}
