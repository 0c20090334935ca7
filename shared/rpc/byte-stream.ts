import { z } from 'zod';
import type { Port } from './port.ts';

/** Pieces that may be on the way before the reader has used one. */
const AHEAD = 4;

const pull = z.strictObject({ pull: z.literal(true) });
const piece = z.union([
  z.strictObject({ bytes: z.instanceof(Uint8Array) }),
  z.strictObject({ end: z.literal(true) }),
  z.strictObject({ failed: z.literal(true) }),
]);

/** The stream ended before all had come: its source failed, or whoever wrote it has gone. */
export class StreamCut extends Error {
  override readonly name = 'StreamCut';
  /** As Node's own streams call it. */
  readonly code = 'ERR_STREAM_PREMATURE_CLOSE';

  constructor() {
    super('the stream was cut');
  }
}

/** What comes over a port, one message after the other. It listens from the moment it is made. */
export class Mailbox {
  readonly #waiting: unknown[] = [];
  #closed = false;
  #wake: (() => void) | undefined;

  constructor(port: Port) {
    port.onClose(() => {
      this.#closed = true;
      this.#wake?.();
    });
    port.onMessage((message) => {
      this.#waiting.push(message);
      this.#wake?.();
    });
  }

  /** Undefined once the port is closed and everything was taken. */
  async next(): Promise<unknown> {
    if (this.#waiting.length === 0 && !this.#closed) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
      this.#wake = undefined;
    }
    return this.#waiting.shift();
  }
}

/**
 * Writes a stream to the port, a piece for each pull of its reader: nothing is read that is not
 * wanted. Gives the first message that is no pull; undefined where the port has closed.
 */
export async function sendBytes(
  port: Port,
  mailbox: Mailbox,
  source: AsyncIterable<Uint8Array>,
): Promise<unknown> {
  const pieces = source[Symbol.asyncIterator]();
  let over = false;
  try {
    for (;;) {
      const message = await mailbox.next();
      if (!pull.safeParse(message).success) return message;
      if (over) continue;
      try {
        const { done, value } = await pieces.next();
        over = done === true;
        port.post(over ? { end: true } : { bytes: alone(value) });
      } catch {
        over = true;
        port.post({ failed: true });
      }
    }
  } finally {
    if (!over) await pieces.return?.();
  }
}

/** Reads a stream from the port. @throws {StreamCut} */
export async function* receiveBytes(port: Port, mailbox: Mailbox): AsyncGenerator<Uint8Array> {
  for (let n = 0; n < AHEAD; n++) port.post({ pull: true });
  for (;;) {
    const message = piece.safeParse(await mailbox.next());
    if (!message.success || 'failed' in message.data) throw new StreamCut();
    if ('end' in message.data) return;
    yield message.data.bytes;
    port.post({ pull: true });
  }
}

/** A part of a buffer would be cloned with all of the buffer. */
const alone = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
