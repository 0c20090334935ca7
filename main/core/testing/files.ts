import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { File } from '../../../shared/domain/kinds/file.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import { openBlobs } from '../files/blob-store.ts';
import { Files } from '../files/files.ts';
import { RelayFiles } from '../files/relay-files.ts';
import type { FileAnswer, FileRequest } from '../files/serve.ts';
import { applyRows } from '../sync/apply.ts';
import { KEY, testCache } from './cache.ts';
import { FileRelay } from './file-relay.ts';

export const CHANNEL = anId(1) as ChannelId;
export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** The same bytes for the same seed, none of them like its neighbours. */
export function someBytes(size: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(size);
  for (let i = 0, n = seed; i < size; i++) {
    n = (Math.imul(n, 1_103_515_245) + 12_345) >>> 0;
    bytes[i] = n >>> 24;
  }
  return bytes;
}

export async function* stream(bytes: Uint8Array, piece = 10_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}

/** Files over a real cache and a real folder, on a relay in memory. */
export function testFiles(options: { bound?: number } = {}) {
  const opened = testCache();
  const dir = join(opened.file, '..');
  const relay = new FileRelay();
  const bound = { bytes: options.bound ?? 1024 * 1024 * 1024 };
  const line = { live: true };
  const logged: string[] = [];
  let ids = 0x10_000;
  let version = 0;
  const open = (cache = opened.cache) => {
    const files = new Files({
      cache,
      blobs: openBlobs(dir, KEY),
      relay: new RelayFiles({
        ...{ address: 'https://balai.example', fetch: relay.fetch, clock: opened.clock },
        tokens: {
          accessToken: (rejected) =>
            Promise.resolve({ ok: true, token: rejected === undefined ? 'a1' : 'a2', expires: 0 }),
        },
      }),
      clock: opened.clock,
      random: () => 0.5,
      newId: () => anId(ids++),
      live: () => line.live,
      bound: () => bound.bytes,
      log: (message) => logged.push(message),
    });
    cache.onCommit = () => files.committed();
    onTestFinished(() => files.close());
    files.start();
    return files;
  };
  return {
    ...{ opened, dir, relay, bound, line, logged, files: open() },
    /** S14: as after a kill. */
    again: () => {
      const cache = opened.again();
      return { cache, files: open(cache) };
    },
    /** The relay tells of a file of a message. */
    told: (id: string, change: Partial<File>, cache = opened.cache) => {
      const row: File = {
        ...{ kind: 'file', id, version: ++version, messageId: anId(9), ownerId: people.budi },
        ...{ name: 'foto.png', mediaType: 'image/png', size: 1, sha256: null, state: 'ready' },
        ...{ reason: null, width: null, height: null, durationMs: null, preview: null },
        ...{ createdAt: opened.clock.now(), ...change },
      };
      cache.transaction(() => applyRows(cache, channelScope(CHANNEL), [row]));
    },
    gone: (id: string, cache = opened.cache) => {
      const row = { kind: 'file' as const, id, version: ++version, deleted: true as const };
      cache.transaction(() => applyRows(cache, channelScope(CHANNEL), [row]));
    },
    /** The person left the channel, or was taken out of it. */
    lost: (cache = opened.cache) => {
      const row = {
        kind: 'membership' as const,
        id: CHANNEL,
        version: ++version,
        deleted: true as const,
      };
      cache.transaction(() => applyRows(cache, `user:${people.ayu}`, [row]));
    },
  };
}

export const attachOf = (change: object = {}) => ({
  ...{ channelId: CHANNEL, rootId: null, name: 'foto.png', mediaType: 'image/png' },
  ...{ size: null, width: null, height: null, durationMs: null, ...change },
});

export const askFor = (fileId: string, change: Partial<FileRequest> = {}): FileRequest => ({
  ...{ channelId: CHANNEL, fileId, part: 'original', use: 'show', range: null, ...change },
});

export async function bodyOf({ body }: FileAnswer): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body ?? []) pieces.push(piece);
  return Buffer.concat(pieces);
}
