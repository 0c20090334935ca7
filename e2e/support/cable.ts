import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** A network cable between clients and a relay, that can be pulled and put back. */
export class Cable {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #target: number;
  #whole = true;
  #bytesPerSecond = Number.POSITIVE_INFINITY;

  private constructor(server: Server, target: number) {
    this.#server = server;
    this.#target = target;
    server.on('connection', (socket) => this.#carry(socket));
  }

  /** @param at where its near end lies; any free port where it is not given */
  static async to(port: number, at = 0): Promise<Cable> {
    const server = createServer().listen(at, '127.0.0.1');
    await once(server, 'listening');
    return new Cable(server, port);
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Of its near end. */
  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Ends what is on the way in both directions; nothing new comes through. */
  cut(): void {
    this.#whole = false;
    for (const socket of this.#open) socket.destroy();
  }

  mend(): void {
    this.#whole = true;
  }

  /**
   * The way is gone and nobody was told, as when a laptop changes its network: bytes vanish in
   * both directions, no end comes, and what is dialled anew finds the relay.
   */
  swallow(): void {
    for (const socket of this.#open) {
      socket.unpipe();
      socket.removeAllListeners('data');
      socket.on('data', () => undefined);
      socket.resume();
    }
  }

  /** From now on so many bytes a second come through to each client. */
  slowTo(bytesPerSecond: number): void {
    this.#bytesPerSecond = bytesPerSecond;
  }

  /** The relay came back at another port. */
  leadTo(port: number): void {
    this.#target = port;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #carry(near: Socket): void {
    if (!this.#whole) return void near.destroy();
    const far = connect(this.#target, '127.0.0.1');
    near.pipe(far);
    far.pipe(this.#paced()).pipe(near);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#open.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.#open.delete(socket);
        other.destroy();
      });
    }
  }

  /** Holds each piece back for as long as a line of that speed would need for it. */
  #paced(): Transform {
    const wait = (bytes: number): number => (bytes / this.#bytesPerSecond) * 1_000;
    return new Transform({
      transform(piece: Buffer, _encoding, done) {
        const ms = wait(piece.length);
        if (ms === 0) done(null, piece);
        // Nobody waits for what is still on its way when all else has ended.
        else setTimeout(() => done(null, piece), ms).unref();
      },
    });
  }
}
