import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import { readAttachAddress, readFileAddress } from '../../../shared/rpc/file-address.ts';
import type { Result } from '../../../shared/rpc/result.ts';
import type { AttachProblem } from '../../../shared/rpc/file-views.ts';
import type { CoreFiles } from '../../core/core-port.ts';
import { pageHeaders } from './page-headers.ts';

/** Answers a file's address. False: the address is no file's. */
export async function answerFile(
  files: CoreFiles,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const address = readFileAddress(request.url ?? '');
  if (address === undefined) return false;
  const { save, ...file } = address;
  const { status, headers, body } = await files.serve({
    ...{ ...file, use: save ? 'save' : 'show', range: request.headers.range ?? null },
  });
  response.writeHead(status, { ...pageHeaders, 'cache-control': 'no-store', ...headers });
  if (body === null) {
    response.end();
  } else if (request.method === 'HEAD') {
    response.end();
    await body[Symbol.asyncIterator]().return?.();
  } else {
    // The page that goes away in the middle is none of anybody's business.
    await pipeline(Readable.from(body, { objectMode: false }), response).catch(() => undefined);
  }
  return true;
}

/** Attaches what the request carries. Undefined: the address says nothing that makes sense. */
export async function takeFile(
  files: CoreFiles,
  request: IncomingMessage,
): Promise<Result<{ id: string }, AttachProblem> | undefined> {
  const address = readAttachAddress(request.url ?? '');
  if (address === undefined) return undefined;
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  const { channelId, ...chosen } = address;
  return files.attach(
    { ...chosen, channelId: channelId as ChannelId, size: Number.isNaN(length) ? null : length },
    request,
  );
}
