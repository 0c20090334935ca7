import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

/** How a relay behaves that is not as this client knows them. */
export interface Manner {
  /** Answers a greeting: the gateway of another version, or with another clock. */
  greeted(socket: WebSocket): void;
  /** What it says over HTTP: status and body. */
  asked(path: string): readonly [status: number, body: unknown];
}

/** Stands where a relay stood: on a port of this machine that a cable can lead to. */
export class StrangeRelay {
  readonly #server: Server;
  readonly #sockets = new WebSocketServer({ noServer: true });
  manner: Manner;

  private constructor(server: Server, manner: Manner) {
    this.#server = server;
    this.manner = manner;
    server.on('request', (request, response) => {
      const [status, body] = this.manner.asked(request.url ?? '');
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
    server.on('upgrade', (request, socket, head) => {
      this.#sockets.handleUpgrade(request, socket, head, (line) => {
        line.once('message', () => this.manner.greeted(line));
      });
    });
  }

  static async open(manner: Manner): Promise<StrangeRelay> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new StrangeRelay(server, manner);
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    for (const line of this.#sockets.clients) line.terminate();
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
