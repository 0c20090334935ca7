import { WebSocket } from 'ws';
import { paths } from '../../shared/protocol/http.ts';

/** After so much silence a client says that it is there, ms. */
const PING_MS = 10_000;

const ACKS = Buffer.from('{"t":"acks"');
const OP = Buffer.from('"op":');

/**
 * The thinnest client of the gateway: enough to measure, too little to slow anything down. A line
 * that ends without having been closed here ends the program: what it measures would never come.
 */
export class Line {
  readonly #socket: WebSocket;
  readonly #pinging: NodeJS.Timeout;
  #saidAt = performance.now();

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    this.#pinging = setInterval(() => {
      if (performance.now() - this.#saidAt >= PING_MS) this.send({ t: 'ping', n: 1 });
    }, PING_MS / 2).unref();
    socket.on('close', (code) => {
      throw new Error(`the relay closed the line with ${code}`);
    });
  }

  /** Connects and waits for `welcome`. */
  static async open(url: string, token: string): Promise<Line> {
    const socket = new WebSocket(url.replace(/^http/, 'ws') + paths.gateway, {
      perMessageDeflate: false,
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('open', () => {
        socket.send(JSON.stringify({ t: 'hello', protocol: 1, client: 'bench', token }));
      });
      socket.once('message', () => resolve());
      socket.once('error', reject);
      socket.once('close', (code) => reject(new Error(`closed with ${code}`)));
    });
    return new Line(socket);
  }

  onText(listener: (text: string) => void): void {
    this.#socket.on('message', (data: Buffer) => listener(data.toString()));
  }

  /** How many commands a frame acknowledges; other frames are not looked into. */
  onAcks(listener: (count: number) => void): void {
    this.#socket.on('message', (data: Buffer) => {
      if (data.compare(ACKS, 0, ACKS.length, 0, ACKS.length) !== 0) return;
      let count = 0;
      for (let at = data.indexOf(OP); at >= 0; at = data.indexOf(OP, at + OP.length)) count++;
      listener(count);
    });
  }

  /** The next frame that comes. */
  next(): Promise<string> {
    return new Promise((resolve) => {
      this.#socket.once('message', (data: Buffer) => resolve(data.toString()));
    });
  }

  /** The raw bytes, for counting without parsing. */
  onBytes(listener: (data: Buffer) => void): void {
    this.#socket.on('message', listener);
  }

  send(frame: unknown): void {
    this.#saidAt = performance.now();
    this.#socket.send(JSON.stringify(frame));
  }

  close(): void {
    clearInterval(this.#pinging);
    this.#socket.removeAllListeners();
    this.#socket.terminate();
  }
}

/** A frame that writes so many messages. */
export const sends = (channelId: string, ops: readonly string[], text: string): unknown => ({
  t: 'commands',
  commands: ops.map((op) => ({
    op,
    name: 'message.send',
    args: { channelId, rootId: null, broadcast: false, text, attachments: [] },
  })),
});
