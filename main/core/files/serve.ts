import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { File } from '../../../shared/domain/kinds/file.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import type { Cache } from '../cache/cache.ts';
import { policyIn } from './attach.ts';
import type { BlobStore } from './blob-store.ts';
import type { BlobWriter } from './blob-writer.ts';
import { byteRange, type ByteRange } from './byte-range.ts';
import type { FilePart, KeptFile } from './file-index.ts';
import { passFile, type FileUse } from './gate.ts';
import type { RelayFiles } from './relay-files.ts';

export interface FileRequest {
  readonly channelId: string;
  readonly fileId: string;
  readonly part: FilePart;
  readonly use: FileUse;
  /** The `range` header. */
  readonly range: string | null;
}

export interface FileAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Fails where the file turns out damaged, or the line breaks, in the middle. */
  readonly body: AsyncIterable<Uint8Array> | null;
}

export interface ServeOptions {
  cache: Cache;
  blobs: BlobStore;
  relay: RelayFiles;
  clock: Clock;
  /** Bytes that files which can be fetched again may take. */
  bound: () => number;
}

/** Used within this time before: it need not be written down again, ms. */
const FRESH_MS = 10 * 60_000;
const PREVIEW_TYPE = 'image/webp';

interface Known {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string | null;
  readonly preview: File['preview'];
}

const refusal = (status: number, code: string): FileAnswer => ({
  status,
  headers: {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-problem': code,
  },
  body: null,
});

/**
 * The bytes of a file, from this computer or, where they are not here, from the relay; those that
 * are read from beginning to end are kept on the way. A leaver's or a deleted message's are not
 * here (S11), and the relay decides on the rest.
 */
export class FileServing {
  readonly #options: ServeOptions;

  constructor(options: ServeOptions) {
    this.#options = options;
  }

  async serve(request: FileRequest): Promise<FileAnswer> {
    const { cache } = this.#options;
    const known = this.#known(request);
    if (known === undefined) return refusal(404, 'not_found');
    const part = this.#partOf(request, known);
    const shown =
      part === 'preview' ? { name: `${known.name}.webp`, mediaType: PREVIEW_TYPE } : known;
    const passed = passFile(shown, request.use, policyIn(cache));
    if (!passed.ok) return refusal(403, 'type_blocked');
    const kept = cache.files.get(request.fileId, part);
    const here =
      kept === undefined ? undefined : await this.#fromHere(kept, request, passed.headers);
    return here ?? this.#fromRelay(request, part, known, passed.headers);
  }

  #known({ channelId, fileId }: FileRequest): Known | undefined {
    const { cache } = this.#options;
    const row = cache.overlay.get(channelScope(channelId as ChannelId), 'file', fileId);
    if (row?.state === 'ready') return row;
    const upload = cache.uploads.get(fileId);
    if (upload?.channelId === channelId) return { ...upload, preview: null };
    return row;
  }

  /** A picture itself stands for its preview while there is none, as long as it is here. */
  #partOf({ fileId, part }: FileRequest, { mediaType, preview }: Known): FilePart {
    const { files } = this.#options.cache;
    if (part === 'original' || files.get(fileId, 'preview') !== undefined) return part;
    const drawn = mediaType.startsWith('image/');
    if (drawn && files.get(fileId, 'original') !== undefined) return 'original';
    return preview === null ? 'original' : 'preview';
  }

  async #fromHere(
    kept: KeptFile,
    request: FileRequest,
    headers: Readonly<Record<string, string>>,
  ): Promise<FileAnswer | undefined> {
    const { cache, blobs, clock } = this.#options;
    const range = byteRange(request.range, kept.size);
    if (range === undefined) return outside(kept.size);
    const { from, to } = range ?? { from: 0, to: kept.size };
    const bytes = blobs.read(kept.blob, from, to);
    let first: IteratorResult<Buffer>;
    try {
      // Before anything was promised: a blob that is gone or damaged is fetched again.
      first = await bytes.next();
    } catch {
      if (kept.unsent === 0) cache.transaction(() => cache.files.remove(kept.id, kept.part));
      return undefined;
    }
    if (clock.now() - kept.usedAt > FRESH_MS) {
      cache.transaction(() => cache.files.used(kept.id, kept.part, clock.now()));
    }
    return whole(
      headers,
      range,
      kept.size,
      lettingGo(
        (async function* () {
          if (first.done !== true) yield first.value;
          yield* bytes;
        })(),
        () => void bytes.return(undefined),
      ),
    );
  }

  async #fromRelay(
    request: FileRequest,
    part: FilePart,
    known: Known,
    headers: Readonly<Record<string, string>>,
  ): Promise<FileAnswer> {
    const { relay } = this.#options;
    // A preview is small, and its size not known before it comes.
    const range = part === 'preview' ? null : byteRange(request.range, known.size);
    if (range === undefined) return outside(known.size);
    const { from = 0, to = known.size } = range ?? {};
    const all = part === 'preview' || (from === 0 && to === known.size);
    const stop = new AbortController();
    const answer = await relay.get(request.fileId, part, all ? null : { from, to }, stop.signal);
    if (answer === undefined) return refusal(503, 'offline');
    const expected = all ? 200 : 206;
    if (answer.status !== expected || answer.body === null) {
      await answer.body?.cancel();
      const gone = answer.status === 404 || answer.status === 403;
      return gone ? refusal(404, 'not_found') : refusal(503, 'unavailable');
    }
    const bytes = lettingGo(
      all ? this.#keeping(answer.body, request, part, known) : passing(answer.body),
      () => stop.abort(),
    );
    if (part === 'preview') return { status: 200, headers, body: bytes };
    return whole(headers, range, known.size, bytes);
  }

  /** Passes a file on while it is written down; whoever stops reading half-way keeps nothing. */
  async *#keeping(
    body: AsyncIterable<Uint8Array>,
    request: FileRequest,
    part: FilePart,
    known: Known,
  ): AsyncGenerator<Uint8Array> {
    const { blobs, bound } = this.#options;
    const most = part === 'preview' ? bound() : known.size;
    let writer: BlobWriter | null = null;
    // A full disk is no reason not to show it.
    const given = async (run: () => Promise<void>): Promise<void> => {
      try {
        await run();
      } catch {
        await writer?.abandon();
        writer = null;
      }
    };
    if (known.size <= bound()) await given(async () => void (writer = await blobs.begin(most)));
    let ended = false;
    try {
      for await (const piece of body) {
        await given(async () => writer?.append(piece));
        yield piece;
      }
      ended = true;
      await given(async () => this.#keep(writer, request, part, known));
    } finally {
      if (!ended) await (writer as BlobWriter | null)?.abandon();
    }
  }

  async #keep(
    writer: BlobWriter | null,
    { fileId: id, channelId }: FileRequest,
    part: FilePart,
    known: Known,
  ): Promise<void> {
    if (writer === null) return;
    const { cache, blobs, clock, bound } = this.#options;
    const { name, size, sha256 } = await writer.finish();
    try {
      const asTold = part === 'preview' || (size === known.size && sha256 === known.sha256);
      // Meanwhile the message may have been deleted, or the channel lost (S11).
      const scope = channelScope(channelId as ChannelId);
      const isThere = cache.rows.get(scope, 'file', id) !== undefined;
      if (!asTold || !isThere || cache.files.get(id, part) !== undefined)
        return await blobs.remove(name);
      cache.transaction(() => {
        const usedAt = clock.now();
        cache.files.put({ id, part, channelId, blob: name, size, usedAt, unsent: 0 });
        cache.files.evict(bound());
      });
    } finally {
      blobs.written(name);
    }
  }
}

const outside = (size: number): FileAnswer => ({
  status: 416,
  headers: { 'content-range': `bytes */${size}`, 'cache-control': 'no-store' },
  body: null,
});

function whole(
  headers: Readonly<Record<string, string>>,
  range: ByteRange | null,
  size: number,
  body: AsyncIterable<Uint8Array>,
): FileAnswer {
  const { from, to } = range ?? { from: 0, to: size };
  const more = { 'accept-ranges': 'bytes', 'content-length': String(to - from) };
  if (range === null) return { status: 200, headers: { ...headers, ...more }, body };
  const part = { 'content-range': `bytes ${from}-${to - 1}/${size}` };
  return { status: 206, headers: { ...headers, ...more, ...part }, body };
}

async function* passing(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* body;
}

/** Whoever takes only a part, or nothing at all, leaves nothing open behind it. */
const lettingGo = (
  pieces: AsyncGenerator<Uint8Array>,
  letGo: () => void,
): AsyncIterableIterator<Uint8Array> => ({
  [Symbol.asyncIterator]() {
    return this;
  },
  next: () => pieces.next(),
  return: () => {
    letGo();
    return pieces.return(undefined);
  },
});
