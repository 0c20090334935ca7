import type { Clock } from '../../../shared/domain/clock.ts';
import {
  filePath,
  filePreviewPath,
  httpError,
  OFFSET_HEADER,
  paths,
  PIECE_TYPE,
  uploadState,
  type UploadRequest,
  type UploadState,
} from '../../../shared/protocol/http.ts';
import type { Tokens } from '../sync/socket.ts';
import type { FilePart } from './file-index.ts';

/** A relay that has not answered a piece by then is not there, ms; a slow line is. */
const PIECE_TIMEOUT_MS = 5 * 60_000;
const ASK_TIMEOUT_MS = 30_000;

export interface RelayFilesOptions {
  /** `https://balai.example.co.id` */
  address: string;
  fetch: typeof fetch;
  clock: Clock;
  tokens: Tokens;
}

/**
 * `away`: nobody answered, or not now; it is worth another try later. `no_space`: so is this, but
 * the person should know. Any other code is the relay's own word, and final.
 */
export type Pushed =
  | { readonly ok: true; readonly state: UploadState }
  | {
      readonly ok: false;
      readonly code: string;
      readonly offset?: number;
      readonly waitMs?: number;
    };

/** The relay's HTTP side of files. Nothing here throws but what is being read while it streams. */
export class RelayFiles {
  readonly #options: RelayFilesOptions;

  constructor(options: RelayFilesOptions) {
    this.#options = options;
  }

  /** Begins an upload, or asks how far it is. */
  begin(request: UploadRequest, signal: AbortSignal): Promise<Pushed> {
    return this.#push(paths.files, ASK_TIMEOUT_MS, signal, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
  }

  /** The piece that begins at `offset`; it is on the relay's disk when the answer says so. */
  append(
    id: string,
    offset: number,
    piece: Buffer<ArrayBuffer>,
    signal: AbortSignal,
  ): Promise<Pushed> {
    return this.#push(filePath(id), PIECE_TIMEOUT_MS, signal, {
      method: 'PATCH',
      headers: { 'content-type': PIECE_TYPE, [OFFSET_HEADER]: String(offset) },
      body: piece,
    });
  }

  /** The person took it back. The relay forgets one that nobody told it of by itself. */
  async giveUp(id: string): Promise<void> {
    const stop = new AbortController();
    const cancel = this.#options.clock.after(ASK_TIMEOUT_MS, () => stop.abort());
    try {
      const answer = await this.#ask(filePath(id), { method: 'DELETE', signal: stop.signal });
      await answer?.body?.cancel();
    } catch {
      // It stays there until its time is over.
    } finally {
      cancel();
    }
  }

  /** The bytes of a file, or of a part of it; undefined where the relay cannot be reached. */
  async get(
    id: string,
    part: FilePart,
    range: { from: number; to: number } | null,
    signal: AbortSignal,
  ): Promise<Response | undefined> {
    try {
      return await this.#ask(part === 'original' ? filePath(id) : filePreviewPath(id), {
        method: 'GET',
        signal,
        ...(range === null ? {} : { headers: { range: `bytes=${range.from}-${range.to - 1}` } }),
      });
    } catch {
      return undefined;
    }
  }

  async #push(
    path: string,
    timeoutMs: number,
    signal: AbortSignal,
    init: RequestInit,
  ): Promise<Pushed> {
    const timeout = new AbortController();
    const cancel = this.#options.clock.after(timeoutMs, () => timeout.abort());
    try {
      const answer = await this.#ask(path, {
        ...init,
        signal: AbortSignal.any([signal, timeout.signal]),
      });
      if (answer === undefined) return { ok: false, code: 'away' };
      return await read(answer);
    } catch {
      return { ok: false, code: 'away' };
    } finally {
      cancel();
    }
  }

  /** Once more with another token where this one is not taken. Undefined: there is none. */
  async #ask(path: string, init: RequestInit): Promise<Response | undefined> {
    const { address, tokens } = this.#options;
    let rejected: string | undefined;
    for (;;) {
      const access = await tokens.accessToken(rejected);
      if (!access.ok) return undefined;
      const answer = await this.#options.fetch(`${address}${path}`, {
        ...init,
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        headers: { ...init.headers, authorization: `Bearer ${access.token}` },
      });
      if (answer.status !== 401 || rejected !== undefined) return answer;
      await answer.body?.cancel();
      rejected = access.token;
    }
  }
}

async function read(answer: Response): Promise<Pushed> {
  const body: unknown = await answer.json().catch(() => undefined);
  if (answer.status === 200) {
    const state = uploadState.safeParse(body);
    return state.success ? { ok: true, state: state.data } : { ok: false, code: 'away' };
  }
  const told = httpError.safeParse(body);
  // A proxy's words, a captive portal's page, a relay that starts: later again.
  if (!told.success || answer.status === 401) return { ok: false, code: 'away' };
  const { code, retryAfterMs, offset } = told.data;
  if (code === 'unavailable' || code === 'rate_limited') {
    return {
      ok: false,
      code: 'away',
      ...(retryAfterMs === undefined ? {} : { waitMs: retryAfterMs }),
    };
  }
  return { ok: false, code, ...(offset === undefined ? {} : { offset }) };
}
