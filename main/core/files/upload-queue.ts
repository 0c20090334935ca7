import type { Clock } from '../../../shared/domain/clock.ts';
import type { ChannelId, OpId } from '../../../shared/domain/ids.ts';
import { Backoff } from '../sync/backoff.ts';
import type { BlobStore } from './blob-store.ts';
import type { FileIndex } from './file-index.ts';
import type { RelayFiles } from './relay-files.ts';
import type { Upload, UploadTable } from './upload-table.ts';

/** So many at once. */
const PARALLEL = 2;
/** Bytes of one request: each ends with the relay's disk, and is what a broken line costs. */
const PIECE = 1024 * 1024;
/** The relay's disk is full: it is not asked all the time, ms. */
const NO_SPACE_MS = 60_000;
/** What arrived was not what was sent; a third time the fault is here. */
const MOST_DAMAGED = 3;
/** Answers in a row that bring it no further; the next try comes later. */
const MOST_STALLED = 3;

export interface UploadQueueOptions {
  uploads: UploadTable;
  index: FileIndex;
  blobs: BlobStore;
  relay: RelayFiles;
  clock: Clock;
  /** In [0, 1). */
  random: () => number;
  live: () => boolean;
  /** How far one is, or its state, has changed. */
  changed: (upload: Upload) => void;
  /** Writes into the cache's database. */
  transaction: (run: () => void) => void;
  log: (message: string, detail?: Record<string, unknown>) => void;
}

interface Running {
  readonly stop: AbortController;
  sent: number;
}

/**
 * Brings attached files to the relay, a few at a time, in the order of attaching. What was sent is
 * known by the relay alone, which is asked at each beginning: a kill, a cut line and a relay that
 * restarts all go on at the last byte that reached its disk.
 */
export class UploadQueue {
  readonly #options: UploadQueueOptions;
  readonly #running = new Map<string, Running>();
  /** By file: not before this time. */
  readonly #later = new Map<string, { cancel: () => void; problem: string | null }>();
  readonly #backoffs = new Map<string, Backoff>();
  readonly #damaged = new Map<string, number>();
  #closed = false;

  constructor(options: UploadQueueOptions) {
    this.#options = options;
  }

  /** Begins what waits, as far as there is a line. */
  pump(): void {
    const { uploads, live } = this.#options;
    if (this.#closed || !live() || this.#running.size >= PARALLEL) return;
    for (const upload of uploads.all()) {
      if (this.#running.size >= PARALLEL) return;
      const busy = this.#running.has(upload.id) || this.#later.has(upload.id);
      if (upload.state === 'waiting' && !busy) this.#begin(upload);
    }
  }

  /** The line is there again: nothing waits any longer for its next try. */
  connected(): void {
    for (const { cancel } of this.#later.values()) cancel();
    this.#later.clear();
    this.#backoffs.clear();
    this.pump();
  }

  /** Bytes of it that are with the relay, as far as this run knows; null while it does not move. */
  sent(id: string): number | null {
    return this.#running.get(id)?.sent ?? null;
  }

  /** Why it waits, where that is more than the line. */
  problem(id: string): string | null {
    return this.#later.get(id)?.problem ?? null;
  }

  /** It was taken back: it must not go on, and nothing of it is told any more. */
  forget(id: string): void {
    this.#running.get(id)?.stop.abort();
    this.#running.delete(id);
    this.#later.get(id)?.cancel();
    this.#later.delete(id);
    this.#backoffs.delete(id);
    this.#damaged.delete(id);
  }

  /** A refused one is tried again. */
  retry(id: string): void {
    const { uploads, transaction, changed } = this.#options;
    const upload = uploads.get(id);
    if (upload === undefined) return;
    this.forget(id);
    if (upload.state === 'refused') transaction(() => uploads.settle(id, 'waiting', null));
    changed(uploads.get(id) ?? upload);
    this.pump();
  }

  close(): void {
    this.#closed = true;
    for (const id of [...this.#running.keys(), ...this.#later.keys()]) this.forget(id);
  }

  #begin(upload: Upload): void {
    const running: Running = { stop: new AbortController(), sent: 0 };
    this.#running.set(upload.id, running);
    this.#options.changed(upload);
    this.#run(upload, running)
      .catch((error: unknown) => {
        if (this.#running.get(upload.id) !== running) return;
        this.#options.log('an upload failed', { error: String(error) });
        // Its blob does not open: nobody can bring it any more.
        this.#settle(upload, 'refused', 'lost');
      })
      .finally(() => {
        if (this.#running.get(upload.id) === running) this.#running.delete(upload.id);
        this.#options.changed(upload);
        this.pump();
      });
  }

  async #run(upload: Upload, running: Running): Promise<void> {
    const { relay, index, blobs, changed } = this.#options;
    const { signal } = running.stop;
    const { name, size, mediaType, sha256 } = upload;
    const blob = index.get(upload.id, 'original');
    if (blob === undefined) return this.#settle(upload, 'refused', 'lost');
    const id = upload.id as OpId;
    const channelId = upload.channelId as ChannelId;
    let answer = await relay.begin({ id, channelId, name, size, mediaType, sha256 }, signal);
    let stalled = 0;
    for (let before = -1; ; before = running.sent) {
      if (signal.aborted) return;
      if (answer.ok && answer.state.state === 'done') return this.#settle(upload, 'done', null);
      const resumed = answer.ok ? answer.state.offset : answer.offset;
      if (!answer.ok && (answer.code !== 'offset' || resumed === undefined)) {
        return this.#failed(upload, answer.code, answer.waitMs ?? 0);
      }
      // A relay that keeps more than there is speaks of another file.
      if (resumed === undefined || resumed > size)
        return this.#settle(upload, 'refused', 'invalid');
      stalled = resumed > before ? 0 : stalled + 1;
      if (stalled > MOST_STALLED) return this.#failed(upload, 'away', 0);
      if (answer.ok && resumed > before && before >= 0) this.#backoffs.delete(upload.id);
      running.sent = resumed;
      changed(upload);
      const pieces: Buffer[] = [];
      const to = Math.min(size, resumed + PIECE);
      for await (const piece of blobs.read(blob.blob, resumed, to)) pieces.push(piece);
      answer = await relay.append(id, resumed, Buffer.concat(pieces), signal);
    }
  }

  #failed(upload: Upload, code: string, waitMs: number): void {
    const { id } = upload;
    if (code === 'damaged') {
      const times = (this.#damaged.get(id) ?? 0) + 1;
      this.#damaged.set(id, times);
      if (times < MOST_DAMAGED) return this.#wait(upload, null, 0);
    }
    if (code === 'no_space') return this.#wait(upload, code, Math.max(waitMs, NO_SPACE_MS));
    // The relay has forgotten what it had begun.
    if (code === 'away' || code === 'not_found') return this.#wait(upload, null, waitMs);
    this.#settle(upload, 'refused', code);
  }

  #wait(upload: Upload, problem: string | null, atLeast: number): void {
    const { clock, random } = this.#options;
    const { id } = upload;
    const backoff = this.#backoffs.get(id) ?? new Backoff(random);
    this.#backoffs.set(id, backoff);
    const cancel = clock.after(backoff.next(atLeast), () => {
      this.#later.delete(id);
      this.pump();
    });
    this.#later.set(id, { cancel, problem });
  }

  #settle(upload: Upload, state: 'done' | 'refused', reason: string | null): void {
    const { uploads, transaction } = this.#options;
    transaction(() => uploads.settle(upload.id, state, reason));
    this.#backoffs.delete(upload.id);
    this.#damaged.delete(upload.id);
  }
}
