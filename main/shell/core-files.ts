import { readFileAddress } from '../../shared/rpc/file-address.ts';
import { getFile, type FileGet, type PortFile } from '../../shared/rpc/file-port.ts';
import type { Port } from '../../shared/rpc/port.ts';
import { pageHeaders } from './content-policy.ts';
import { isOwnAddress } from './origin.ts';

/** Opens a line to the core for one file. */
export type OpenFilePort = () => Promise<Port>;

/** Asks the core for a file's bytes; it decides whether they may leave it, and as what. */
export const coreFile = async (open: OpenFilePort, wanted: FileGet): Promise<PortFile> =>
  getFile(await open(), wanted);

/**
 * Answers the addresses of files with the core's bytes, as the page draws and plays them, and
 * leaves every other address to `page`. What is to be saved goes another way (`save-file.ts`).
 */
export function filePages(
  open: OpenFilePort,
  page: (request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' || !isOwnAddress(request.url)) return page(request);
    const { pathname, search } = new URL(request.url);
    const address = readFileAddress(pathname + search);
    if (address === undefined || address.save) return page(request);
    const { channelId, fileId, part } = address;
    const range = request.headers.get('range');
    const { status, headers, body } = await coreFile(open, {
      ...{ channelId, fileId, part, use: 'show', range },
    });
    return new Response(body === null ? null : streamOf(body), {
      status,
      headers: { ...pageHeaders, 'cache-control': 'no-store', ...headers },
    });
  };
}

/** Nothing is read ahead of whoever draws it; the core lets go where they leave. */
const streamOf = (pieces: AsyncIterableIterator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const step = await pieces.next();
        if (step.done === true) controller.close();
        else controller.enqueue(step.value);
      },
      cancel: async () => void (await pieces.return?.()),
    },
    { highWaterMark: 0 },
  );
