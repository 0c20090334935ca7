import type { Clock } from '../../../shared/domain/clock.ts';
import { tidyFileName } from '../../../shared/domain/file-name.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import { draftId } from '../../../shared/domain/kinds/draft.ts';
import { MAX_MEDIA_TYPE } from '../../../shared/domain/kinds/file.ts';
import { MAX_ATTACHMENTS } from '../../../shared/domain/kinds/message.ts';
import {
  policyOf,
  WORKSPACE_ROW,
  type WholePolicy,
} from '../../../shared/domain/kinds/workspace.ts';
import { orgScope } from '../../../shared/domain/scope.ts';
import type { Result } from '../../../shared/rpc/result.ts';
import type { AttachProblem } from '../../../shared/rpc/file-views.ts';
import type { Cache } from '../cache/cache.ts';
import { asCacheError, CacheError } from '../cache/cache-error.ts';
import type { BlobStore } from './blob-store.ts';
import { TooLarge } from './blob-writer.ts';
import { isBlocked } from './gate.ts';

/** What the page says of a file that a person chose. */
export interface Chosen {
  readonly channelId: ChannelId;
  readonly rootId: string | null;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes, as far as it is known before they come. */
  readonly size: number | null;
  /** Of a picture, pixels. */
  readonly width: number | null;
  readonly height: number | null;
  /** Of a sound or a film, ms. */
  readonly durationMs: number | null;
}

export interface AttachOptions {
  cache: Cache;
  blobs: BlobStore;
  clock: Clock;
  /** UUIDv7 (S1). */
  newId: () => string;
}

export const policyIn = (cache: Cache): WholePolicy =>
  policyOf(cache.overlay.get(orgScope, 'workspace', WORKSPACE_ROW));

const isFull = (cache: Cache, draft: string): boolean =>
  cache.uploads.ofDraft(draft).length >= MAX_ATTACHMENTS;

/** What can be said of a file before a byte of it is read: why it is not attached, or null. */
export function attachProblem(
  cache: Cache,
  chosen: Pick<Chosen, 'channelId' | 'rootId' | 'name' | 'size'>,
): AttachProblem | null {
  const policy = policyIn(cache);
  if (isBlocked(tidyFileName(chosen.name), policy)) return 'type_blocked';
  if (chosen.size === 0) return 'empty';
  if (chosen.size !== null && chosen.size > policy.maxFileBytes) return 'too_large';
  return isFull(cache, draftId(chosen.channelId, chosen.rootId)) ? 'too_many' : null;
}

/**
 * Takes a copy of a chosen file, at once and whole: the person may move or change it right after.
 * What the company's policy forbids is said before a byte is read. Gives the file's id.
 */
export async function attach(
  { cache, blobs, clock, newId }: AttachOptions,
  chosen: Chosen,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Result<{ id: string }, AttachProblem>> {
  const problem = attachProblem(cache, chosen);
  if (problem !== null) return { ok: false, code: problem };
  const draft = draftId(chosen.channelId, chosen.rootId);
  try {
    const blob = await blobs.write(bytes, policyIn(cache).maxFileBytes);
    try {
      if (blob.size === 0) return await dropped(blobs, blob.name, 'empty');
      // Several come at once.
      if (isFull(cache, draft)) return await dropped(blobs, blob.name, 'too_many');
      const name = tidyFileName(chosen.name);
      const id = newId();
      const now = clock.now();
      const { channelId } = chosen;
      cache.transaction(() => {
        cache.files.put({
          ...{ id, part: 'original', channelId, blob: blob.name, size: blob.size },
          ...{ usedAt: now, unsent: 1 },
        });
        cache.uploads.add({
          ...{ id, channelId, draftId: draft, name, size: blob.size, sha256: blob.sha256 },
          ...{ width: chosen.width, height: chosen.height, durationMs: chosen.durationMs },
          ...{ state: 'waiting', reason: null },
          mediaType: chosen.mediaType.slice(0, MAX_MEDIA_TYPE) || 'application/octet-stream',
          createdAt: now,
        });
      });
      return { ok: true, value: { id } };
    } finally {
      blobs.written(blob.name);
    }
  } catch (error) {
    const code = problemOf(error);
    if (code === undefined) throw error;
    return { ok: false, code };
  }
}

async function dropped(
  blobs: BlobStore,
  blob: string,
  code: AttachProblem,
): Promise<{ ok: false; code: AttachProblem }> {
  await blobs.remove(blob);
  return { ok: false, code };
}

function problemOf(error: unknown): AttachProblem | undefined {
  if (error instanceof TooLarge) return 'too_large';
  const told = asCacheError(error);
  if (told instanceof CacheError) return told.code === 'disk_full' ? 'disk_full' : 'storage';
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk_full';
  // The stream ended before all had come: the page went, or the file could not be read.
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') return 'unreadable';
  return syscall === undefined ? undefined : 'storage';
}
