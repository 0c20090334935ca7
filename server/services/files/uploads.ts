import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { factsOf } from '../../../shared/commands/attached.ts';
import type { CommandSpec } from '../../../shared/commands/command.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import { fileEnding } from '../../../shared/domain/file-name.ts';
import type { ChannelId, OpId } from '../../../shared/domain/ids.ts';
import type { FileFacts, FileRefusal } from '../../../shared/domain/kinds/file.ts';
import type { Upload } from '../../../shared/domain/kinds/upload.ts';
import { policyOf, WORKSPACE_ROW } from '../../../shared/domain/kinds/workspace.ts';
import type { Actor } from '../../../shared/domain/permissions.ts';
import type { RefusalCode } from '../../../shared/domain/refusal.ts';
import { channelScope, orgScope, registryScope } from '../../../shared/domain/scope.ts';
import { uuid7Generator } from '../../../shared/domain/uuid.ts';
import type { HttpErrorCode, UploadRequest, UploadState } from '../../../shared/protocol/http.ts';
import type { Outcome, Store, Submitted } from '../../store/port.ts';
import { getRow } from '../../store/read-row.ts';
import { HttpFailure } from '../accounts/http-failure.ts';
import { byActor, systemActor } from '../system-actor.ts';
import { NoSpace, WrongOffset, type BlobFolder } from './blob-folder.ts';
import { fileSet } from './commands/file-set.ts';
import { uploadDrop, uploadForget } from './commands/upload-end.ts';
import { uploadOpen } from './commands/upload-open.ts';
import type { Inspector } from './inspector.ts';

/** What is counted of files, from the start of the process on. */
export interface FileTraffic {
  bytesIn: number;
  bytesOut: number;
  done: number;
  refused: number;
  damaged: number;
}

export interface UploadParts {
  readonly store: Pick<Store, 'get'>;
  readonly submit: (command: Submitted) => Promise<Outcome>;
  readonly clock: Clock;
  readonly blobs: BlobFolder;
  readonly inspector: Inspector;
  readonly traffic: FileTraffic;
}

/** What a request brings. */
export interface Piece {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Ends the request. */
  readonly cut: () => void;
}

/** What is going on with one file: the newest request ends the one before it. */
interface Turn {
  readonly done: Promise<unknown>;
  readonly stop: AbortController;
}

const codes: { readonly [K in RefusalCode]?: HttpErrorCode } = {
  ...{ file_taken: 'file_taken', deleted: 'not_found', not_found: 'not_found' },
  ...{ invalid: 'invalid', forbidden: 'forbidden', not_member: 'forbidden', archived: 'forbidden' },
};

/** The bytes of files on their way into the relay. Who may read them is not its concern. */
export class Uploads {
  readonly #parts: UploadParts;
  readonly #turns = new Map<string, Turn>();
  readonly #newId: () => string;

  constructor(parts: UploadParts) {
    this.#parts = parts;
    this.#newId = uuid7Generator(parts.clock.now);
  }

  /** Begins, or tells how far it is. @throws {HttpFailure} */
  async open(actor: Actor, request: UploadRequest): Promise<UploadState> {
    return this.#alone(request.id, async () => {
      const before = await this.#row(request.id);
      await this.#checkPolicy(actor, request, before);
      await this.#run(actor, uploadOpen, request);
      const { blobs } = this.#parts;
      const same = before?.size === request.size && before.sha256 === request.sha256;
      if (before !== undefined && before.state !== 'done' && !same) await blobs.remove(request.id);
      if (before?.state === 'done') return { offset: before.size, state: 'done' };
      const { bytes } = await blobs.kept(request.id);
      if (request.size - bytes > (await blobs.room())) throw new HttpFailure('no_space');
      return { offset: bytes, state: 'open' };
    });
  }

  /** Takes a piece, and what came of it where its line broke. @throws {HttpFailure} */
  async write(actor: Actor, id: string, offset: number, piece: Piece): Promise<UploadState> {
    return this.#alone(id, async (stop) => {
      stop.addEventListener('abort', piece.cut);
      if (stop.aborted) throw new HttpFailure('unavailable', 'another request took over');
      const upload = await this.#row(id);
      if (upload?.ownerId !== actor.userId || upload.sha256 === null) {
        throw new HttpFailure('not_found');
      }
      if (upload.state === 'done') return { offset: upload.size, state: 'done' };
      if (upload.state !== 'open') throw new HttpFailure('not_found');
      const { bytes, whole } = await this.#parts.blobs.kept(id);
      if (offset !== bytes) throw new HttpFailure('offset', undefined, { offset: bytes });
      const counted = this.#counted(piece.bytes, upload.size - offset);
      const end = whole ? bytes : await this.#write(id, offset, counted);
      return end < upload.size ? { offset: end, state: 'open' } : this.#finish(upload);
    });
  }

  /** @throws {HttpFailure} */
  async giveUp(actor: Actor, id: string): Promise<void> {
    await this.#alone(id, async () => {
      await this.#run(actor, uploadDrop, { fileId: id as OpId });
      await this.#delete(id);
    });
  }

  /** Brings a file of a message that was handed on the bytes of the other one. */
  async copy(id: string): Promise<void> {
    await this.#alone(id, async () => {
      const upload = await this.#row(id);
      if (upload?.state !== 'open' || upload.copyOf === undefined) return;
      const there = await this.#parts.blobs.copy(upload.copyOf, id);
      const outcome = there.file
        ? { facts: { ...factsOf(upload), ...(there.preview ? {} : { preview: null }) } }
        : { reason: 'gone' as const };
      await this.#settle(upload, outcome);
    });
  }

  /** Deletes the bytes of a file that no message has any more. */
  async forget(id: string): Promise<void> {
    await this.#alone(id, () => this.#delete(id));
  }

  /** @throws {HttpFailure} */
  async abandon(id: string): Promise<void> {
    await this.giveUp(systemActor, id);
  }

  /** One request for a file at a time; a new one means that the line of the one before is lost. */
  async #alone<T>(id: string, run: (stop: AbortSignal) => Promise<T>): Promise<T> {
    const before = this.#turns.get(id);
    before?.stop.abort();
    const stop = new AbortController();
    const done = (before?.done ?? Promise.resolve()).then(() => run(stop.signal));
    const turn = { done: done.catch(() => {}), stop };
    this.#turns.set(id, turn);
    try {
      return await done;
    } finally {
      if (this.#turns.get(id) === turn) this.#turns.delete(id);
    }
  }

  async *#counted(pieces: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
    let left = most;
    for await (const bytes of pieces) {
      left -= bytes.length;
      if (left < 0) throw new HttpFailure('invalid', 'more bytes than were announced');
      this.#parts.traffic.bytesIn += bytes.length;
      yield bytes;
    }
  }

  async #write(id: string, offset: number, pieces: AsyncIterable<Uint8Array>): Promise<number> {
    const { blobs } = this.#parts;
    try {
      return await blobs.write(id, offset, pieces);
    } catch (error) {
      if (error instanceof NoSpace) throw new HttpFailure('no_space');
      if (!(error instanceof WrongOffset)) throw error;
      // Another node of this relay wrote in between.
      const { bytes } = await blobs.kept(id);
      throw new HttpFailure('offset', undefined, { offset: bytes });
    }
  }

  async #finish(upload: Upload): Promise<UploadState> {
    const { blobs, inspector, traffic } = this.#parts;
    const { id, name, size } = upload;
    const { whole } = await blobs.kept(id);
    const path = whole ? blobs.file(id) : blobs.part(id);
    // Bytes that reached the disk without a word of it, before a power cut, are seen here.
    if ((await sha256Of(path)) !== upload.sha256) {
      traffic.damaged += 1;
      await blobs.remove(id);
      throw new HttpFailure('damaged', undefined, { offset: 0 });
    }
    const inspection = { file: path, name, preview: blobs.preview(id), as: 'file' as const };
    const { mediaType, ending, picture } = await inspector.look(inspection);
    const { blockedFileTypes } = await this.#policy();
    if (blockedFileTypes.includes(ending)) {
      await this.#refuse(upload, 'type_blocked');
      await blobs.remove(id);
      throw new HttpFailure('type_blocked');
    }
    if (!whole) await blobs.finish(id);
    const { width = null, height = null, preview = null } = picture ?? {};
    const sizes = { width, height, preview, durationMs: null };
    const facts: FileFacts = { mediaType, size, sha256: upload.sha256, ...sizes };
    await this.#settle(upload, { facts });
    traffic.done += 1;
    return { offset: size, state: 'done' };
  }

  async #checkPolicy(actor: Actor, request: UploadRequest, before?: Upload): Promise<void> {
    if (before?.state === 'done') return;
    const { maxFileBytes, blockedFileTypes } = await this.#policy();
    const blocked = blockedFileTypes.includes(fileEnding(request.name));
    const reason = blocked ? 'type_blocked' : request.size > maxFileBytes ? 'too_large' : null;
    if (reason === null) return;
    // Those who see the message need not wait for what never comes.
    const theirs = before?.ownerId === actor.userId && before.channelId === request.channelId;
    if (theirs && before.state === 'open') await this.#refuse(before, reason);
    throw new HttpFailure(reason);
  }

  async #refuse(upload: Upload, reason: FileRefusal): Promise<void> {
    await this.#settle(upload, { reason });
    this.#parts.traffic.refused += 1;
  }

  async #settle(
    { id, channelId }: Upload,
    outcome: { facts: FileFacts } | { reason: FileRefusal },
  ): Promise<void> {
    const args = { channelId: channelId as ChannelId, fileId: id as OpId, outcome };
    await this.#run(systemActor, fileSet, args);
  }

  async #delete(id: string): Promise<void> {
    await this.#parts.blobs.remove(id);
    await this.#run(systemActor, uploadForget, { fileId: id as OpId });
  }

  async #policy() {
    return policyOf(await getRow(this.#parts.store, orgScope, 'workspace', WORKSPACE_ROW));
  }

  #row(id: string): Promise<Upload | undefined> {
    return getRow(this.#parts.store, registryScope, 'upload', id);
  }

  /** @throws {HttpFailure} for a refusal */
  async #run<Name extends string, Args>(
    actor: Actor,
    spec: CommandSpec<Name, Args>,
    args: Args,
  ): Promise<void> {
    const outcome = await this.#parts.submit(byActor(actor, spec, this.#newId() as OpId, args));
    if (!outcome.ok) throw new HttpFailure(codes[outcome.refusal.code] ?? 'forbidden');
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1_024 * 1_024 }), hash);
  return hash.digest('hex');
}

/** Whether somebody may read a file now: who is in its channel, once a message has it. */
export async function readableUpload(
  store: Pick<Store, 'get'>,
  actor: Actor,
  id: string,
): Promise<Upload | undefined> {
  const upload = await getRow(store, registryScope, 'upload', id);
  if (upload?.state !== 'done') return undefined;
  if (upload.messageId === null && upload.ownerId !== actor.userId) return undefined;
  const scope = channelScope(upload.channelId as ChannelId);
  const member = await getRow(store, scope, 'member', actor.userId);
  return member === undefined ? undefined : upload;
}
