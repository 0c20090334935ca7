import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { BrowserWindow, SaveDialogReturnValue } from 'electron';
import { WebSocketServer, type WebSocket as Socket } from 'ws';
import { createNodeCore } from '../../main/entry/node-core.ts';
import { serveFile } from '../../main/entry/serve-files.ts';
import { filePages } from '../../main/shell/core-files.ts';
import { ORIGIN } from '../../main/shell/origin.ts';
import { pageFiles } from '../../main/shell/page-files.ts';
import { Saving } from '../../main/shell/save-file.ts';
import { coreApi } from '../../shared/rpc/core-api.ts';
import type { Port } from '../../shared/rpc/port.ts';
import { serve } from '../../shared/rpc/serve.ts';
import { shellApi, type ShellInfo } from '../../shared/rpc/shell-api.ts';

/**
 * The Electron app without Electron: the shell's own answers to the page's addresses, its save
 * dialog and its ports, over HTTP and WebSockets instead of a scheme and message ports, before a
 * real core. The page is under the shell's content policy and knows no other host.
 */
export class FalseShell {
  readonly address: string;
  /** What the person answers when they are asked where; null: they change their mind. */
  saveAt: string | null = null;
  /** How often they were asked. */
  asked = 0;
  /** Files that the system was asked to open. */
  readonly opened: string[] = [];
  readonly #close: () => Promise<void>;

  private constructor(port: number, close: () => Promise<void>) {
    this.address = `http://127.0.0.1:${port}/`;
    this.#close = close;
  }

  static async open(profile: string): Promise<FalseShell> {
    const log = (): void => undefined;
    const core = await createNodeCore({
      ...{ dir: profile, version: 'test', relayAddress: null, allowInsecure: false },
      ...{ keyStore: 'file', log },
    });
    const openPort = (): Promise<Port> => {
      const { port1, port2 } = new MessageChannel();
      void serveFile(nodePort(port1), core.files, log);
      return Promise.resolve(nodePort(port2));
    };
    const answer = filePages(
      openPort,
      pageFiles(join(import.meta.dirname, '..', '..', 'dist', 'renderer')),
    );
    const server = createServer((request, response) => {
      const { range } = request.headers;
      const asked = new Request(`${ORIGIN}${request.url}`, {
        method: request.method ?? 'GET',
        headers: range === undefined ? {} : { range },
      });
      answer(asked)
        .then(({ status, headers, body }) => {
          response.writeHead(status, Object.fromEntries(headers));
          if (body === null) return void response.end();
          return pipeline(Readable.from(body), response);
        })
        .catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
    const sockets = new WebSocketServer({ server });
    const shell: FalseShell = new FalseShell((server.address() as AddressInfo).port, async () => {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await core.close();
    });
    const saving = new Saving({
      openPort,
      dialog: { showSaveDialog: () => Promise.resolve(shell.#answer()) },
      window: () => undefined as BrowserWindow | undefined,
      folder: () => profile,
      platform: process.platform,
      openPath: (path) => {
        shell.opened.push(path);
        return Promise.resolve('');
      },
      showItem: (path) => void shell.opened.push(path),
      log,
    });
    const info: ShellInfo = { host: 'electron', platform: 'linux', version: '0', ownFrame: false };
    sockets.on('connection', (socket, { url }) => {
      const port = socketPort(socket);
      if (url === '/file') void serveFile(port, core.files, log);
      else if (url === '/core') {
        port.onClose(core.onTopics(serve(port, coreApi, core.handlers, log)));
      } else {
        serve(
          port,
          shellApi,
          {
            ...{ info: () => info, openOutside: () => false, setBadge: () => null },
            ...{
              mayNotify: () => true,
              notify: () => null,
              withdraw: () => null,
              copyText: () => null,
            },
            saveFile: (file) => saving.save(file),
            openSaved: ({ key }) => saving.open(key),
          },
          log,
        );
      }
    });
    return shell;
  }

  close(): Promise<void> {
    return this.#close();
  }

  #answer(): SaveDialogReturnValue {
    this.asked++;
    return { canceled: this.saveAt === null, filePath: this.saveAt ?? '' };
  }
}

const nodePort = (port: MessagePort): Port => ({
  post: (message) => port.postMessage(message),
  onMessage: (listener) => void port.on('message', listener),
  onClose: (listener) => void port.once('close', listener),
  close: () => port.close(),
});

/** Bytes go as base64, for a WebSocket speaks JSON here; `bridge` does the same. */
const socketPort = (socket: Socket): Port => ({
  post: (message) =>
    socket.send(
      JSON.stringify(message, (_key, value: unknown) =>
        value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
      ),
    ),
  onMessage: (listener) =>
    void socket.on('message', (data: Buffer) =>
      listener(
        JSON.parse(data.toString(), (_key, value: unknown) =>
          isBytes(value) ? new Uint8Array(Buffer.from(value.base64, 'base64')) : value,
        ),
      ),
    ),
  onClose: (listener) => void socket.once('close', listener),
  close: () => socket.close(),
});

const isBytes = (value: unknown): value is { base64: string } =>
  typeof value === 'object' && value !== null && 'base64' in value;
