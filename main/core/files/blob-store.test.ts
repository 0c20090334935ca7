import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { someBytes, sha256, stream } from '../testing/files.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { BlobStore } from './blob-store.ts';
import { TooLarge } from './blob-writer.ts';
import { CHUNK, SEALED_CHUNK } from './chunks.ts';

const KEY = Buffer.alloc(32, 7);

function store() {
  const dir = temporaryFolder();
  const blobs = new BlobStore(dir, KEY);
  const read = async (name: string, from: number, to: number): Promise<Buffer> => {
    const pieces: Buffer[] = [];
    for await (const piece of blobs.read(name, from, to)) pieces.push(Buffer.from(piece));
    return Buffer.concat(pieces);
  };
  return { dir, blobs, read };
}

describe('a blob', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 200_001])(
    'of %i bytes comes back as it was',
    async (size) => {
      const { blobs, read } = store();
      const bytes = someBytes(size);
      const blob = await blobs.write(stream(bytes), size);
      expect(blob).toMatchObject({ size, sha256: sha256(bytes) });
      expect((await read(blob.name, 0, size)).equals(bytes)).toBe(true);
    },
  );

  it('gives any part of itself alone', async () => {
    const { blobs, read } = store();
    const bytes = someBytes(3 * CHUNK + 100);
    const { name } = await blobs.write(stream(bytes), bytes.length);
    const parts = [
      [0, 1],
      [CHUNK - 1, CHUNK + 1],
      [CHUNK, 2 * CHUNK],
      [10, 3 * CHUNK + 50],
      [3 * CHUNK, 3 * CHUNK + 100],
      [5, 5],
    ] as const;
    for (const [from, to] of parts) {
      expect((await read(name, from, to)).equals(bytes.subarray(from, to))).toBe(true);
    }
  });

  it('shows neither its words nor its name on the disk', async () => {
    const { dir, blobs } = store();
    const { name } = await blobs.write(stream(Buffer.from('gaji direksi '.repeat(9_000))), 1e6);
    expect(readdirSync(dir)).toEqual([name]);
    expect(readFileSync(join(dir, name)).includes('gaji')).toBe(false);
  });

  it('does not open where it was changed, cut, put together otherwise, or is under another key', async () => {
    const { dir, blobs, read } = store();
    const bytes = someBytes(2 * CHUNK);
    const first = await blobs.write(stream(bytes), bytes.length);
    const other = await blobs.write(stream(bytes), bytes.length);
    const sealed = readFileSync(join(dir, first.name));
    const put = (content: Buffer): void => writeFileSync(join(dir, first.name), content);

    const changed = Buffer.from(sealed);
    changed[100]! ^= 1;
    put(changed);
    await expect(read(first.name, 0, 10)).rejects.toThrow('authenticate');
    put(Buffer.concat([sealed.subarray(SEALED_CHUNK), sealed.subarray(0, SEALED_CHUNK)]));
    await expect(read(first.name, 0, 10)).rejects.toThrow('authenticate');
    put(readFileSync(join(dir, other.name)));
    await expect(read(first.name, 0, 10)).rejects.toThrow('authenticate');
    put(sealed);
    truncateSync(join(dir, first.name), SEALED_CHUNK);
    await expect(read(first.name, 0, 2 * CHUNK)).rejects.toThrow('cut');
    put(sealed);
    const strange = new BlobStore(dir, Buffer.alloc(32, 8)).read(first.name, 0, 10);
    await expect(strange.next()).rejects.toThrow('authenticate');
  });

  it('leaves nothing where it is too large, or its source fails', async () => {
    const { dir, blobs } = store();
    await expect(blobs.write(stream(someBytes(100)), 99)).rejects.toThrow(TooLarge);
    const broken = (async function* () {
      yield someBytes(CHUNK + 5);
      throw new Error('the stick was pulled out');
    })();
    await expect(blobs.write(broken, 1e9)).rejects.toThrow('pulled out');
    expect(readdirSync(dir)).toEqual([]);
  });
});

it('S11: a sweep takes what the index does not know, and not what is being written', async () => {
  const { dir, blobs } = store();
  const kept = await blobs.write(stream(someBytes(10)), 10);
  const orphan = await blobs.write(stream(someBytes(10)), 10);
  const fresh = await blobs.write(stream(someBytes(10)), 10);
  blobs.written(kept.name);
  blobs.written(orphan.name);
  writeFileSync(join(dir, 'key.json'), '{}');
  expect(blobs.sweep(new Set([kept.name]))).toBe(1);
  expect(readdirSync(dir).sort()).toEqual(['key.json', kept.name, fresh.name].sort());
});
