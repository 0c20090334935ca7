import { WebSocket } from 'ws';
import { Backoff } from '../../main/core/sync/backoff.ts';

/** Loses its line to plain.ts and comes back by the same delays as a desktop client; no more. */
export class ReturningPlain {
  readonly #url: string;
  readonly #changed: () => void;
  readonly #backoff = new Backoff(Math.random);
  #welcomes = 0;

  constructor(url: string, changed: () => void) {
    this.#url = url;
    this.#changed = changed;
  }

  get ready(): boolean {
    return this.#welcomes > 0;
  }

  get whole(): boolean {
    return this.#welcomes > 1;
  }

  get work(): { welcomes: number; pulls: number; rows: number; cursors: [string, number][] } {
    return { welcomes: this.#welcomes, pulls: 0, rows: 0, cursors: [] };
  }

  connect(): void {
    const socket = new WebSocket(this.#url, { perMessageDeflate: false });
    socket.on('open', () => socket.send('room'));
    socket.on('message', () => {
      this.#welcomes++;
      this.#backoff.reset();
      this.#changed();
    });
    socket.on('error', () => {});
    socket.on('close', () => setTimeout(() => this.connect(), this.#backoff.next()));
  }
}
