import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { coreApi, type CoreHandlers } from '../../../shared/rpc/core-api.ts';
import { FILES_PATH } from '../../../shared/rpc/file-address.ts';
import { serve } from '../../../shared/rpc/serve.ts';
import type { CoreFiles } from '../../core/core-port.ts';
import type { Topic } from '../../../shared/rpc/topics.ts';
import { Door } from './door.ts';
import { answerFile, takeFile } from './file-routes.ts';
import type { PageFolder } from './page-folder.ts';
import { pageHeaders } from './page-headers.ts';
import { portOver } from './web-socket-port.ts';

/** Longest call that a page may make, bytes: a message's text, in the widest of encodings. */
const CALL_BYTES = 256 * 1024;
const LOOPBACK = '127.0.0.1';

export interface HostOptions {
  /** 0: any free one. */
  port: number;
  page: PageFolder;
  core: {
    readonly handlers: CoreHandlers;
    readonly files: CoreFiles;
    onTopics(listener: (topics: Topic[]) => void): () => void;
  };
  randomHex: (bytes: number) => string;
  log: (message: string, detail?: Record<string, unknown>) => void;
}

export interface Host {
  readonly port: number;
  /** An address that opens the app once; whoever opened it stays known to this host by a cookie. */
  invite(): string;
  close(): Promise<void>;
}

/**
 * Serves the page and its core to the browser of this computer, and to nobody else.
 *
 * @throws where the port is taken (`EADDRINUSE`)
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, LOOPBACK, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const door = new Door({ port, randomHex: options.randomHex });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: CALL_BYTES,
    perMessageDeflate: false,
  });
  server.on('request', (request, response) => {
    answer(options, door, request, response).catch((error: unknown) => {
      options.log('a request failed', { error: String(error) });
      response.destroy();
    });
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const status = refusalOf(door, request);
    if (status !== undefined) {
      socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (line) => {
      // `close` follows an error.
      line.on('error', () => undefined);
      const tell = serve(portOver(line), coreApi, options.core.handlers, (method, error) =>
        options.log('a call failed', { method, error: String(error) }),
      );
      line.once('close', options.core.onTopics(tell));
    });
  });
  return {
    port,
    invite: () => `http://${LOOPBACK}:${port}/?token=${door.invite()}`,
    close: async () => {
      for (const line of sockets.clients) line.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function refusalOf(door: Door, { headers, url }: IncomingMessage): string | undefined {
  if (!door.isFromHere(headers)) return '403 Forbidden';
  if (!door.isKnown(headers)) return '401 Unauthorized';
  return url === '/core' ? undefined : '404 Not Found';
}

async function answer(
  { page, core }: HostOptions,
  door: Door,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const say = (status: number, text: string, headers: Record<string, string> = {}) =>
    response
      .writeHead(status, {
        ...pageHeaders,
        'cache-control': 'no-store',
        'content-type': 'text/plain; charset=utf-8',
        ...headers,
      })
      .end(text);

  if (!door.isForHere(request.headers)) return void say(403, 'Forbidden');
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  if (request.method === 'POST' && path === FILES_PATH) {
    // Only the page itself may: another site's form would bring no origin of this server.
    if (!door.isFromHere(request.headers)) return void say(403, 'Forbidden');
    if (!door.isKnown(request.headers)) return void say(401, 'Unauthorized');
    const taken = await takeFile(core.files, request);
    if (taken === undefined) return void say(404, 'Not found');
    return void say(200, JSON.stringify(taken), {
      'content-type': 'application/json; charset=utf-8',
      // What was refused was not read to its end.
      ...(taken.ok ? {} : { connection: 'close' }),
    });
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return void say(405, 'GET only');
  const token = path === '/' ? new URLSearchParams(query).get('token') : null;
  if (token !== null) {
    const cookie = door.admit(token);
    // The address is left without its token, in the history too.
    if (cookie !== undefined) return void say(303, '', { location: '/', 'set-cookie': cookie });
    if (door.isKnown(request.headers)) return void say(303, '', { location: '/' });
  }
  if (!door.isKnown(request.headers)) {
    return void say(401, 'This address opens Balai once. Start Balai again for a new one.');
  }
  if (await answerFile(core.files, request, response)) return;
  const file = page.find(path);
  if (file === undefined) return void say(404, 'Not found');
  const content = await file.read();
  response
    .writeHead(200, {
      ...pageHeaders,
      'cache-control': file.caching,
      'content-type': file.type,
      'content-length': content.byteLength,
    })
    .end(request.method === 'HEAD' ? undefined : content);
}
