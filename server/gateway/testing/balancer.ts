import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * The load balancer in front of several nodes: each new connection goes to the next of them. A
 * node that is taken out gets no new ones, and those that it has are closed.
 */
export class Balancer {
  readonly url: string;
  readonly #server;
  readonly #nodes: Map<string, Set<Socket>>;
  #next: number;

  private constructor(server: ReturnType<typeof createServer>, nodes: Map<string, Set<Socket>>) {
    this.#server = server;
    this.#nodes = nodes;
    this.#next = 0;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('connection', (client) => this.#lead(client));
  }

  static async start(): Promise<Balancer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Balancer(server, new Map());
  }

  add(url: string): void {
    this.#nodes.set(url, new Set());
  }

  takeOut(url: string): void {
    for (const socket of this.#nodes.get(url) ?? []) socket.destroy();
    this.#nodes.delete(url);
  }

  async close(): Promise<void> {
    for (const url of [...this.#nodes.keys()]) this.takeOut(url);
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #lead(client: Socket): void {
    const urls = [...this.#nodes.keys()];
    const url = urls[this.#next++ % urls.length];
    if (url === undefined) return void client.destroy();
    const node = connect(Number(new URL(url).port), '127.0.0.1');
    const both = [client, node];
    const sockets = this.#nodes.get(url);
    const end = (): void => {
      for (const socket of both) {
        socket.destroy();
        sockets?.delete(socket);
      }
    };
    for (const socket of both) {
      sockets?.add(socket);
      socket.on('error', end).on('close', end);
    }
    client.pipe(node).pipe(client);
  }
}
