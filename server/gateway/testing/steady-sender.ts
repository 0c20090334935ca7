import type { ChannelId, OpId } from '../../../shared/domain/ids.ts';
import { sendArgs, TestClient } from './test-client.ts';

/** On the way at once, at most. */
const UNDER_WAY = 24;

/**
 * Somebody who writes without a pause, and after each loss of the line sends again, in order, what
 * has no acknowledgement (S7). Its texts are numbered in the order of writing.
 */
export class SteadySender {
  readonly name: string;
  readonly written: OpId[] = [];
  readonly acked = new Set<OpId>();
  /** In the order of writing. */
  readonly #unacked = new Map<OpId, string>();
  readonly #newOp: () => OpId;
  readonly #channelId: ChannelId;
  readonly #token: string;
  #client: TestClient | undefined;
  #writing = true;
  #onAck: () => void = () => {};

  constructor(name: string, newOp: () => OpId, channelId: ChannelId, token: string) {
    this.name = name;
    this.#newOp = newOp;
    this.#channelId = channelId;
    this.#token = token;
  }

  get outstanding(): number {
    return this.#unacked.size;
  }

  /** Writes on this relay until the line is lost, or, once it has been told to finish, all is said. */
  async writeTo(url: string, onAck: () => void = () => {}): Promise<void> {
    this.#onAck = onAck;
    const client = new TestClient(url);
    this.#client = client;
    try {
      await client.hello(this.#token);
    } catch {
      return;
    }
    for (const [op, text] of this.#unacked) this.#send(client, op, text);
    this.#fill(client);
    while (this.#unacked.size > 0 || this.#writing) {
      const frame = await client.take('acks').catch(() => undefined);
      if (frame === undefined) return;
      for (const ack of frame.acks) {
        if (!ack.ok) throw new Error(`refused: ${ack.refusal.code}`);
        this.acked.add(ack.op as OpId);
        this.#unacked.delete(ack.op as OpId);
        this.#onAck();
      }
      this.#fill(client);
      // Rows of the others are nothing to a sender; further acknowledgements are.
      const acks = client.frames.filter(({ t }) => t === 'acks');
      client.frames.splice(0, Infinity, ...acks);
    }
    client.close();
    await client.closed;
  }

  /** Writes nothing new from now on. */
  finish(): void {
    this.#writing = false;
  }

  cut(): void {
    this.#client?.ws.terminate();
  }

  #fill(client: TestClient): void {
    while (this.#writing && this.#unacked.size < UNDER_WAY) {
      const op = this.#newOp();
      const text = `${this.name} ${this.written.length}`;
      this.written.push(op);
      this.#unacked.set(op, text);
      this.#send(client, op, text);
    }
  }

  #send(client: TestClient, op: OpId, text: string): void {
    client.commands({ op, name: 'message.send', args: sendArgs(this.#channelId, text) });
  }
}
