import type { ChannelId, MessageId } from '../../shared/domain/ids.ts';
import type { Bus, Hint } from '../bus/port.ts';
import { textFrame } from './frames.ts';
import type { Receiver } from './peer.ts';

type TypingHint = Extract<Hint, { type: 'typing' }>;

/** One person is told of no more often than this, ms. Clients tell every three seconds. */
const EVERY_MS = 1_000;

/** Who is writing, told to those who have the channel before their eyes, on every node. */
export class Typing {
  readonly #bus: Bus;
  readonly #now: () => number;
  readonly #lookers = new Map<string, Set<Receiver>>();
  readonly #looks = new Map<Receiver, readonly ChannelId[]>();
  readonly #last = new Map<Receiver, number>();

  constructor(bus: Bus, now: () => number) {
    this.#bus = bus;
    this.#now = now;
  }

  /** Takes the place of what the connection looked at before. */
  look(receiver: Receiver, channels: readonly ChannelId[]): void {
    for (const channelId of this.#looks.get(receiver) ?? []) this.#forget(channelId, receiver);
    this.#looks.set(receiver, channels);
    for (const channelId of channels) {
      const lookers = this.#lookers.get(channelId);
      if (lookers === undefined) this.#lookers.set(channelId, new Set([receiver]));
      else lookers.add(receiver);
    }
  }

  gone(receiver: Receiver): void {
    this.look(receiver, []);
    this.#looks.delete(receiver);
    this.#last.delete(receiver);
  }

  /** The receiver's person writes, in a channel that they were found to be in. */
  writes(receiver: Receiver, channelId: ChannelId, rootId: MessageId | null): void {
    const now = this.#now();
    if (now - (this.#last.get(receiver) ?? -EVERY_MS) < EVERY_MS) return;
    this.#last.set(receiver, now);
    this.#bus.publish([{ type: 'typing', channelId, rootId, userId: receiver.userId }]);
  }

  /** From any node, this one too. */
  hint({ channelId, rootId, userId }: TypingHint): void {
    const lookers = this.#lookers.get(channelId);
    if (lookers === undefined) return;
    const frame = textFrame(JSON.stringify({ t: 'typing', channelId, rootId, userId }));
    for (const looker of lookers) {
      const member = looker.scopes.has(`channel:${channelId}`);
      if (member && looker.userId !== userId) looker.write(frame);
    }
  }

  #forget(channelId: ChannelId, receiver: Receiver): void {
    const lookers = this.#lookers.get(channelId);
    lookers?.delete(receiver);
    if (lookers?.size === 0) this.#lookers.delete(channelId);
  }
}
