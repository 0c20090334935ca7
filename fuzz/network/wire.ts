import { EventEmitter } from 'node:events';
import type { SocketEvents } from '../../main/core/sync/socket.ts';
import type { Line, Way } from '../../server/gateway/line.ts';
import type { SeededRandom } from '../../shared/testing/random.ts';
import type { Timeline } from '../timeline.ts';
import { FrameReader } from './frames.ts';

export interface WireOptions {
  readonly timeline: Timeline;
  readonly random: SeededRandom;
  /** How long something is on its way at this moment, ms. */
  readonly delay: () => number;
  readonly client: SocketEvents;
  readonly note: (what: string) => void;
  readonly ended: () => void;
}

/** Bytes that one socket holds back before the other side has taken them. */
const HIGH_WATER = 16 * 1024;

/**
 * One WebSocket connection without a network. Order holds within it in each direction; it can be
 * cut at any byte, or go silent while both sides believe that it stands.
 */
export class Wire {
  readonly #options: WireOptions;
  readonly #relay = new EventEmitter();
  readonly #reader = new FrameReader();
  #corked = 0;
  #gathered: Buffer[] = [];
  #onTheWay = 0;
  #downAt = 0;
  #upAt = 0;
  #paused = false;
  #held: string[] = [];
  #clientOpen = true;
  #relayOpen = true;
  #silent = false;
  /** Bytes that still arrive at the client; infinite while the wire is whole. */
  #arriving = Infinity;
  #broken = false;

  constructor(options: WireOptions) {
    this.#options = options;
  }

  /** The relay's end. */
  get line(): Line {
    const relay = this.#relay;
    return {
      on: (event: string, run: (...args: never[]) => void) => relay.on(event, run as () => void),
      pause: () => void (this.#paused = true),
      resume: () => this.#resume(),
      close: (code) => this.#closedByRelay(code),
      terminate: () => {
        this.#relayGone();
        this.#clientLater(1006);
      },
    };
  }

  get way(): Way {
    const wire = this.#wayState;
    return {
      write: (frame: Buffer) => this.#write(frame),
      cork: () => void this.#corked++,
      uncork: () => this.#uncork(),
      get writableCorked() {
        return wire.corked();
      },
      get writableLength() {
        return wire.waiting();
      },
      get writableNeedDrain() {
        return wire.waiting() > HIGH_WATER;
      },
      get destroyed() {
        return wire.destroyed();
      },
      on: (event, run) => this.#relay.on(`way-${event}`, run),
      off: (event, run) => this.#relay.off(`way-${event}`, run),
    };
  }

  readonly #wayState = {
    corked: () => this.#corked,
    waiting: () => this.#onTheWay,
    destroyed: () => !this.#relayOpen,
  };

  /** From the client to the relay. */
  send(text: string): void {
    if (!this.#clientOpen) return;
    this.#upAt = Math.max(this.#upAt, this.#options.timeline.now() + this.#options.delay());
    this.#at(this.#upAt, () => {
      // A frame that was cut is none.
      if (this.#broken || this.#silent || !this.#relayOpen) return;
      if (this.#paused) this.#held.push(text);
      else this.#hear(text);
    });
  }

  /** The client ends it. */
  close(): void {
    if (!this.#clientOpen) return;
    this.#clientClosed(1000);
    this.#at(Math.max(this.#upAt, this.#options.timeline.now() + this.#options.delay()), () =>
      this.#relayGone(),
    );
  }

  /**
   * The network takes it away. Of what is on its way down a part may still arrive, to the middle
   * of a frame; what is on its way up is lost. Each side notices in its own time, or only by the
   * silence.
   */
  cut(): void {
    const { random, delay, note } = this.#options;
    this.#broken = true;
    this.#arriving = random.chance(0.5) ? 0 : random.int(this.#onTheWay + 1);
    note(`cut, ${this.#arriving} bytes still arrive`);
    if (random.chance(0.8)) this.#at(this.#downAt + delay(), () => this.#clientClosed(1006));
    if (random.chance(0.8)) this.#at(this.#now + 4 * delay(), () => this.#relayGone());
  }

  /** Nothing arrives any more, and nobody is told: a cable that was pulled. */
  silence(): void {
    this.#silent = true;
    this.#arriving = 0;
    this.#options.note('goes silent');
  }

  /** The relay's process is gone: the system says so to the other side. */
  relayDied(): void {
    this.#relayOpen = false;
    this.#broken = true;
    this.#arriving = Math.min(this.#arriving, this.#options.random.int(this.#onTheWay + 1));
    this.#at(this.#downAt + this.#options.delay(), () => this.#clientClosed(1006));
    this.#options.ended();
  }

  /** The client's process is gone. */
  clientDied(): void {
    this.#clientOpen = false;
    if (this.#silent) return;
    this.#at(this.#now + this.#options.delay(), () => this.#relayGone());
  }

  get whole(): boolean {
    return this.#clientOpen && this.#relayOpen && !this.#broken && !this.#silent;
  }

  get #now(): number {
    return this.#options.timeline.now();
  }

  #at(time: number, run: () => void): void {
    this.#options.timeline.after(time - this.#now, run);
  }

  #hear(text: string): void {
    this.#options.note(`up ${text.length}`);
    this.#relay.emit('message', Buffer.from(text), false);
  }

  #resume(): void {
    this.#paused = false;
    // As a socket does: not within the call, and one after the other while nobody pauses again.
    queueMicrotask(() => {
      while (!this.#paused && this.#relayOpen) {
        const text = this.#held.shift();
        if (text === undefined) return;
        this.#hear(text);
      }
    });
  }

  #write(frame: Buffer): boolean {
    this.#onTheWay += frame.length;
    this.#gathered.push(frame);
    if (this.#corked === 0) this.#flush();
    return this.#onTheWay <= HIGH_WATER;
  }

  #uncork(): void {
    if (this.#corked > 0) this.#corked--;
    if (this.#corked === 0) this.#flush();
  }

  #flush(): void {
    if (this.#gathered.length === 0) return;
    const bytes = Buffer.concat(this.#gathered);
    this.#gathered = [];
    this.#downAt = Math.max(this.#downAt, this.#now + this.#options.delay());
    this.#at(this.#downAt, () => this.#arrive(bytes));
  }

  #arrive(bytes: Buffer): void {
    this.#onTheWay -= bytes.length;
    const arrived = bytes.subarray(0, Math.min(bytes.length, this.#arriving));
    this.#arriving -= arrived.length;
    if (this.#relayOpen && this.#onTheWay <= HIGH_WATER) this.#relay.emit('way-drain');
    if (!this.#clientOpen || arrived.length === 0) return;
    for (const text of this.#reader.read(arrived)) {
      if (!this.#clientOpen) return;
      this.#options.note(`down ${text.length}`);
      this.#options.client.onMessage(text);
    }
  }

  #closedByRelay(code: number): void {
    this.#flush();
    this.#clientLater(code);
    // The client answers the close, where it hears of it.
    this.#at(this.#downAt + 2 * this.#options.delay(), () => this.#relayGone());
  }

  #clientLater(code: number): void {
    this.#downAt = Math.max(this.#downAt, this.#now + this.#options.delay());
    this.#at(this.#downAt, () => {
      if (!this.#silent && !this.#broken) this.#clientClosed(code);
    });
  }

  #clientClosed(code: number): void {
    if (!this.#clientOpen) return;
    this.#clientOpen = false;
    this.#options.client.onClose(code);
  }

  #relayGone(): void {
    if (!this.#relayOpen) return;
    this.#relayOpen = false;
    this.#options.ended();
    this.#relay.emit('way-close');
    this.#relay.emit('close');
  }
}
