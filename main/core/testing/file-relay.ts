import { createHash } from 'node:crypto';
import { filePath, paths, type UploadRequest } from '../../../shared/protocol/http.ts';

interface Held {
  request: UploadRequest;
  bytes: Buffer;
  done: boolean;
}

/** The relay's HTTP side of files in memory, with the accidents that a test wants. */
export class FileRelay {
  readonly files = new Map<string, Held>();
  readonly asked: string[] = [];
  /** Of the requests, in their order: aborted where whoever asked has let go. */
  readonly signals: (AbortSignal | null | undefined)[] = [];
  /** Nobody answers. */
  away = false;
  /** Answers to come instead of the right ones, first in, first out. */
  readonly strange: (() => Response | Promise<Response>)[] = [];
  /** Keeps so many bytes of each piece, as a line that breaks in its midst does. */
  keeps = Number.POSITIVE_INFINITY;
  /** The access token that is taken. */
  token = 'a1';
  /** Previews by id. */
  readonly previews = new Map<string, Buffer>();

  bytes(id: string): Buffer | undefined {
    const held = this.files.get(id);
    return held?.done === true ? held.bytes : undefined;
  }

  readonly fetch = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const { pathname } = new URL(String(input));
    const method = init.method ?? 'GET';
    this.asked.push(`${method} ${pathname}`);
    this.signals.push(init.signal);
    await Promise.resolve();
    if (this.away || init.signal?.aborted === true) throw new TypeError('fetch failed');
    const strange = this.strange.shift();
    if (strange !== undefined) return strange();
    const headers = new Headers(init.headers);
    if (headers.get('authorization') !== `Bearer ${this.token}`)
      return problem(401, 'session_ended');
    if (method === 'POST' && pathname === paths.files) {
      return this.#begin(JSON.parse(init.body as string) as UploadRequest);
    }
    const id = pathname.slice(filePath('').length).split('/')[0]!;
    if (method === 'PATCH') {
      const piece = Buffer.from(init.body as Uint8Array);
      return this.#append(id, Number(headers.get('upload-offset')), piece);
    }
    if (method === 'DELETE') {
      this.files.delete(id);
      return new Response(null, { status: 204 });
    }
    return this.#give(id, pathname.endsWith('/preview'), headers.get('range'));
  };

  #begin(request: UploadRequest): Response {
    const held = this.files.get(request.id) ?? { request, bytes: Buffer.alloc(0), done: false };
    this.files.set(request.id, held);
    return state(held);
  }

  #append(id: string, offset: number, piece: Buffer): Response {
    const held = this.files.get(id);
    if (held === undefined) return problem(404, 'not_found');
    if (offset !== held.bytes.length) return problem(409, 'offset', held.bytes.length);
    held.bytes = Buffer.concat([held.bytes, piece.subarray(0, this.keeps)]);
    if (held.bytes.length < held.request.size) {
      if (piece.length > this.keeps) throw new TypeError('terminated');
      return state(held);
    }
    if (createHash('sha256').update(held.bytes).digest('hex') !== held.request.sha256) {
      held.bytes = Buffer.alloc(0);
      return problem(422, 'damaged', 0);
    }
    held.done = true;
    return state(held);
  }

  #give(id: string, preview: boolean, range: string | null): Response {
    const bytes = preview ? this.previews.get(id) : this.bytes(id);
    if (bytes === undefined) return problem(404, 'not_found');
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
    if (from === undefined) return new Response(new Uint8Array(bytes));
    const part = bytes.subarray(Number(from), Number(to) + 1);
    return new Response(new Uint8Array(part), { status: 206 });
  }
}

const state = ({ bytes, done }: Held): Response =>
  Response.json({ offset: bytes.length, state: done ? 'done' : 'open' });

export const problem = (status: number, code: string, offset?: number): Response =>
  Response.json({ code, message: code, ...(offset === undefined ? {} : { offset }) }, { status });
