import { Agent } from 'node:http';
import type { Duplex } from 'node:stream';

/** Opens a client's sockets, and cuts them below WebSocket: nobody says goodbye. */
export class CuttableAgent extends Agent {
  #socket: Duplex | null | undefined = null;
  #opened = 0;

  override createConnection(
    ...args: Parameters<Agent['createConnection']>
  ): Duplex | null | undefined {
    this.#opened++;
    this.#socket = super.createConnection(...args);
    return this.#socket;
  }

  /** How many sockets it has opened: more than one means that the client came back. */
  get opened(): number {
    return this.#opened;
  }

  cut(): void {
    this.#socket?.destroy();
  }
}
