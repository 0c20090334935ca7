import { textFrame } from './frames.ts';
import type { Way } from './line.ts';

/** What went out since the start, for the metrics. */
export interface Traffic {
  frames: number;
  bytes: number;
}

/**
 * Sockets that were written to in this turn of the event loop; they are flushed at its end. Whoever
 * waits for an answer comes before those who are told: a writer in a crowded channel need not wait
 * until everybody else has it.
 */
export class Turn {
  #corked: Way[] = [];
  #answered: Way[] = [];

  /** @param answers whether the client asked for it */
  add(socket: Way, answers: boolean): void {
    if (answers) this.#answered.push(socket);
    if (socket.writableCorked > 0) return;
    if (this.#corked.length === 0) process.nextTick(() => this.#end());
    socket.cork();
    this.#corked.push(socket);
  }

  #end(): void {
    const sockets = [...this.#answered, ...this.#corked];
    this.#answered = [];
    this.#corked = [];
    // One that is there twice was flushed at the first time.
    for (const socket of sockets) if (socket.writableCorked > 0) socket.uncork();
  }
}

export interface OutboundOptions {
  readonly socket: Way;
  readonly turn: Turn;
  readonly traffic: Traffic;
  /** Bytes that may wait for the receiver. */
  readonly queueBytes: number;
  readonly tooSlow: () => void;
}

/**
 * One connection's way out. It writes frames straight to the socket: a frame for many receivers is
 * the same buffer for all of them, and what one of them gets in a turn leaves in one system call.
 */
export class Outbound {
  readonly #options: OutboundOptions;
  readonly #socket: Way;
  #open = true;
  /** Bytes of answers in the queue: a large one does not make a slow receiver. */
  #asked = 0;

  constructor(options: OutboundOptions) {
    this.#options = options;
    this.#socket = options.socket;
  }

  /** A whole WebSocket frame, as `textFrame` makes it. */
  write(frame: Buffer): void {
    if (!this.#open) return;
    if (this.#socket.writableLength === 0) this.#asked = 0;
    this.#put(frame, false);
    // Above the bound the receiver is dropped to catch-up, never buffered without end.
    const unasked = this.#socket.writableLength - this.#asked;
    if (unasked > this.#options.queueBytes) this.#options.tooSlow();
  }

  /** What the client asked for. It takes the next question when this has gone out. */
  send(text: string): void {
    const frame = textFrame(text);
    if (this.#socket.writableLength > 0) this.#asked += frame.length;
    else this.#asked = frame.length;
    if (this.#open) this.#put(frame, true);
  }

  /** Writes the last frame, if any; nothing goes out after it. */
  end(last: string | null): void {
    if (this.#open && last !== null) this.#put(textFrame(last), true);
    this.#open = false;
    // What follows is written by the WebSocket itself and must not wait behind a cork.
    while (this.#socket.writableCorked > 0) this.#socket.uncork();
  }

  /** Bytes that the system has not taken yet. */
  get queued(): number {
    return this.#socket.writableLength;
  }

  /** Resolves when the queue has emptied, or the socket has closed. */
  drained(): Promise<void> {
    const socket = this.#socket;
    if (socket.destroyed || !socket.writableNeedDrain) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        socket.off('drain', done);
        socket.off('close', done);
        resolve();
      };
      socket.on('drain', done);
      socket.on('close', done);
    });
  }

  #put(frame: Buffer, answers: boolean): void {
    const { traffic, turn } = this.#options;
    traffic.frames++;
    traffic.bytes += frame.length;
    turn.add(this.#socket, answers);
    this.#socket.write(frame);
  }
}
