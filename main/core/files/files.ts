import type { Clock } from '../../../shared/domain/clock.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import { draftId } from '../../../shared/domain/kinds/draft.ts';
import type { FileAttachment } from '../../../shared/domain/kinds/message.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import type { Result } from '../../../shared/rpc/result.ts';
import type { AttachedView, AttachProblem, UploadView } from '../../../shared/rpc/file-views.ts';
import type { Cache } from '../cache/cache.ts';
import { attach, attachProblem, type Chosen } from './attach.ts';
import type { BlobStore } from './blob-store.ts';
import type { RelayFiles } from './relay-files.ts';
import { FileServing, type FileAnswer, type FileRequest } from './serve.ts';
import { UploadQueue } from './upload-queue.ts';
import type { Upload } from './upload-table.ts';

/** What a message that was never sent says of its place and of what it has. */
interface Unsent {
  readonly channelId: ChannelId;
  readonly rootId: string | null;
  readonly attachments: readonly { readonly type: string }[];
}

const isFile = (one: { readonly type: string }): one is FileAttachment => one.type === 'file';

export interface FilesOptions {
  cache: Cache;
  blobs: BlobStore;
  relay: RelayFiles;
  clock: Clock;
  random: () => number;
  newId: () => string;
  live: () => boolean;
  /** Bytes that files which can be fetched again may take on this computer. */
  bound: () => number;
  log: (message: string, detail?: Record<string, unknown>) => void;
}

/** Files of one workspace: attached here, on their way to the relay, and kept from it. */
export class Files {
  readonly #options: FilesOptions;
  readonly #queue: UploadQueue;
  readonly #serving: FileServing;
  #closed = false;

  constructor(options: FilesOptions) {
    this.#options = options;
    const { cache, blobs, relay, clock, random, live, log } = options;
    this.#queue = new UploadQueue({
      ...{ uploads: cache.uploads, index: cache.files, blobs, relay, clock, random, live, log },
      transaction: (run) => cache.transaction(run),
      changed: (upload) => this.#changed(upload),
    });
    this.#serving = new FileServing(options);
  }

  /** Removes what a kill left, and goes on with what waits. */
  start(): void {
    this.#sweep();
    this.#settleAll();
    this.#queue.pump();
  }

  connected(): void {
    this.#queue.connected();
  }

  /** After each change of the cache: blobs of what left the index go (S11), and what arrived is settled. */
  committed(): void {
    const { left, heard } = this.#options.cache.files.takeNews();
    if (this.#closed) return;
    // The transaction is over, but whoever made it is not.
    if (left) queueMicrotask(() => this.#sweep());
    if (heard) queueMicrotask(() => this.#settleAll());
  }

  close(): void {
    this.#closed = true;
    this.#queue.close();
  }

  async attach(
    chosen: Chosen,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<Result<{ id: string }, AttachProblem>> {
    const result = await attach(this.#options, chosen, bytes);
    if (!result.ok || this.#closed) return result;
    this.#tell();
    this.#queue.pump();
    return result;
  }

  /** Before its bytes are read: why this would not be attached. */
  check(chosen: Pick<Chosen, 'channelId' | 'rootId' | 'name' | 'size'>): AttachProblem | null {
    return attachProblem(this.#options.cache, chosen);
  }

  serve(request: FileRequest): Promise<FileAnswer> {
    return this.#serving.serve(request);
  }

  /** Takes an attached file away from its draft, or from what was never sent. */
  detach(id: string): void {
    const { cache, relay, live } = this.#options;
    const upload = cache.uploads.get(id);
    if (upload === undefined) return;
    this.#queue.forget(id);
    cache.transaction(() => {
      cache.uploads.remove(id);
      cache.files.remove(id);
    });
    if (live()) void relay.giveUp(id);
    this.#tell();
  }

  /** The bound has changed: what is above it goes, the longest unused first. */
  makeRoom(): void {
    const { cache, bound } = this.#options;
    cache.transaction(() => cache.files.evict(bound()));
  }

  retry(id: string): void {
    this.#queue.retry(id);
  }

  /** What is attached to a draft, in the order of attaching. */
  ofDraft(channelId: string, rootId: string | null): AttachedView[] {
    return this.#options.cache.uploads.ofDraft(draftId(channelId, rootId)).map((upload) => ({
      ...this.#view(upload),
      ...{ name: upload.name, mediaType: upload.mediaType },
      ...{ width: upload.width, height: upload.height, durationMs: upload.durationMs },
    }));
  }

  /** Every file that is on its way. */
  uploads(): UploadView[] {
    return this.#options.cache.uploads.all().map((upload) => this.#view(upload));
  }

  /** What a message says of these files, in this order; those that are not attached here are left out. */
  attachments(ids: readonly string[]): FileAttachment[] {
    return ids.flatMap((id) => {
      const upload = this.#options.cache.uploads.get(id);
      if (upload === undefined) return [];
      const { name, mediaType, size, width, height, durationMs } = upload;
      const pixels = width === null || height === null ? {} : { width, height };
      const length = durationMs === null ? {} : { durationMs };
      const file = { type: 'file' as const, id: id as FileAttachment['id'], name, mediaType };
      return [{ ...file, size, ...pixels, ...length }];
    });
  }

  /** Inside the transaction that writes their message: they leave the draft. */
  leaveDraft(ids: readonly string[]): void {
    for (const id of ids) this.#options.cache.uploads.leaveDraft(id);
    if (ids.length > 0) this.#tell();
  }

  /** Inside the transaction that gives up a message that was never sent: back into the composer. */
  enterDraft({ channelId, rootId, attachments }: Unsent): void {
    const files = attachments.filter(isFile);
    const draft = draftId(channelId, rootId);
    for (const { id } of files) this.#options.cache.uploads.enterDraft(id, draft);
    if (files.length > 0) this.#tell();
  }

  /** A message that was never sent has been given up, and its files with it. */
  givenUp({ attachments }: Pick<Unsent, 'attachments'>): void {
    for (const { id } of attachments.filter(isFile)) this.detach(id);
  }

  #view(upload: Upload): UploadView {
    const { id, channelId, size, state, reason } = upload;
    const sent = this.#queue.sent(id);
    const moving = sent === null ? 'waiting' : 'sending';
    return {
      ...{ id, channelId, size, sent: state === 'done' ? size : (sent ?? 0) },
      state: state === 'waiting' ? moving : state,
      reason: reason ?? this.#queue.problem(id),
    };
  }

  #changed({ id }: Upload): void {
    if (this.#closed) return;
    this.#settle(id);
    this.#options.cache.topics.changed('uploads');
  }

  #settleAll(): void {
    if (this.#closed) return;
    for (const { id } of this.#options.cache.uploads.all()) this.#settle(id);
  }

  /** With the relay and in its message: it is a file like any other's from here on. */
  #settle(id: string): void {
    const { cache, bound } = this.#options;
    const upload = cache.uploads.get(id);
    if (upload === undefined || upload.draftId !== null || upload.state === 'waiting') return;
    const scope = channelScope(upload.channelId as ChannelId);
    if (cache.rows.get(scope, 'file', id)?.state !== 'ready') return;
    cache.transaction(() => {
      cache.uploads.remove(id);
      cache.files.sent(id);
      cache.files.evict(bound());
    });
    this.#tell();
  }

  #tell(): void {
    const { topics } = this.#options.cache;
    topics.changed('uploads');
    // A draft of files alone has its mark in the sidebar too.
    topics.changed('sidebar');
  }

  #sweep(): void {
    if (this.#closed) return;
    const { cache, blobs, log } = this.#options;
    try {
      blobs.sweep(cache.files.blobs());
    } catch (error) {
      log('files that nobody needs stay for now', { error: String(error) });
    }
  }
}
