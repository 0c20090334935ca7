import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What stands between a client and its relay: the way itself, or a stranger's answer to everything. */
export type Way =
  | { readonly open: true }
  | Page
  /** Bytes that are neither HTTP nor TLS. */
  | { readonly bytes: Buffer };

interface Page {
  readonly status: number;
  readonly headers?: readonly string[];
  readonly body: string;
}

/** A network that answers in the relay's place, and notes every byte that it was given. */
export class StrangerNetwork {
  readonly #server: Server;
  readonly #target: number;
  readonly #open = new Set<Socket>();
  #way: Way = { open: true };
  /** Everything that a stranger heard. */
  heard = '';
  /** Questions that a stranger answered. */
  answered = 0;

  private constructor(server: Server, target: number) {
    this.#server = server;
    this.#target = target;
    server.on('connection', (socket) => this.#carry(socket));
  }

  static async before(port: number): Promise<StrangerNetwork> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new StrangerNetwork(server, port);
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** From now on this is what answers; what was on its way ends. */
  become(way: Way): void {
    this.#way = way;
    for (const socket of this.#open) socket.destroy();
  }

  close(): void {
    for (const socket of this.#open) socket.destroy();
    this.#server.close();
  }

  #carry(near: Socket): void {
    this.#open.add(near);
    near.on('close', () => this.#open.delete(near));
    near.on('error', () => undefined);
    const way = this.#way;
    if ('open' in way) {
      const far = connect(this.#target, '127.0.0.1');
      far.on('error', () => near.destroy());
      near.on('close', () => far.destroy());
      near.pipe(far).pipe(near);
      return;
    }
    near.on('data', (data: Buffer) => {
      this.heard += data.toString('latin1');
      this.answered++;
      near.end('bytes' in way ? way.bytes : page(way));
    });
  }
}

const page = ({ status, headers = [], body }: Page): string =>
  [
    `HTTP/1.1 ${status} Whatever`,
    'Content-Type: text/html',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    ...headers,
    '',
    body,
  ].join('\r\n');
