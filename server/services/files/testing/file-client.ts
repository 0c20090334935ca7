import { createHash } from 'node:crypto';
import type { ChannelId, OpId } from '../../../../shared/domain/ids.ts';
import type { FileAttachment } from '../../../../shared/domain/kinds/message.ts';
import {
  filePath,
  filePreviewPath,
  OFFSET_HEADER,
  paths,
  PIECE_TYPE,
} from '../../../../shared/protocol/http.ts';

export interface Answer {
  readonly status: number;
  readonly body: { code?: string; offset?: number; state?: string };
}

/** A file as a client has it. */
export interface Sample {
  readonly id: OpId;
  readonly channelId: ChannelId;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export const attachmentOf = ({ id, name, mediaType, bytes }: Sample): FileAttachment => ({
  ...{ type: 'file', id, name, mediaType, size: bytes.length },
});

/** Speaks the relay's routes for files as one person. */
export class FileClient {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  begin({ id, channelId, name, mediaType, bytes }: Sample, change: object = {}): Promise<Answer> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const request = { id, channelId, name, mediaType, size: bytes.length, sha256, ...change };
    return this.#answer('POST', paths.files, {
      body: JSON.stringify(request),
      headers: { 'content-type': 'application/json' },
    });
  }

  piece(id: string, offset: number, bytes: Uint8Array): Promise<Answer> {
    return this.#answer('PATCH', filePath(id), {
      body: bytes as Uint8Array<ArrayBuffer>,
      headers: { 'content-type': PIECE_TYPE, [OFFSET_HEADER]: String(offset) },
    });
  }

  /** A piece whose bytes come as they come. */
  stream(id: string, offset: number, body: ReadableStream): Promise<Answer> {
    const headers = { 'content-type': PIECE_TYPE, [OFFSET_HEADER]: String(offset) };
    return this.#answer('PATCH', filePath(id), { body, headers, duplex: 'half' } as RequestInit);
  }

  giveUp(id: string): Promise<Answer> {
    return this.#answer('DELETE', filePath(id), {});
  }

  /** All of it, in pieces of so many bytes. */
  async send(sample: Sample, size = 1_000_000): Promise<Answer> {
    let answer = await this.begin(sample);
    while (answer.status === 200 && answer.body.state === 'open') {
      const from = answer.body.offset ?? 0;
      answer = await this.piece(sample.id, from, sample.bytes.subarray(from, from + size));
    }
    return answer;
  }

  get(id: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#ask('GET', filePath(id), { headers });
  }

  preview(id: string): Promise<Response> {
    return this.#ask('GET', filePreviewPath(id), {});
  }

  async #answer(method: string, path: string, init: RequestInit): Promise<Answer> {
    const answer = await this.#ask(method, path, init);
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as object) };
  }

  #ask(method: string, path: string, init: RequestInit): Promise<Response> {
    const headers = { ...init.headers, authorization: `Bearer ${this.#token}` };
    return fetch(`${this.#url}${path}`, { ...init, method, headers });
  }
}
