import type { ScopeHead } from '../store/port.ts';
import type { Receiver } from './peer.ts';

/** Who hears of a scope on this node, and how far they were told (S13). */
export class Audience {
  readonly receivers = new Set<Receiver>();
  /** Those who come in, while the heads are read that tell them where they begin. */
  readonly joining = new Set<Receiver>();
  /** Everything up to here was told; null until the head was read once. */
  cursor: number | null = null;
  /** The highest head that was heard of. */
  wanted = 0;
  /** How often it was heard of. */
  calls = 0;
  pulling = false;

  get empty(): boolean {
    return this.receivers.size === 0 && this.joining.size === 0;
  }

  /** Both kinds: whoever comes in has a place already. */
  *everybody(): Generator<Receiver> {
    yield* this.receivers;
    yield* this.joining;
  }

  listen(receiver: Receiver): void {
    if (!this.receivers.has(receiver)) this.joining.add(receiver);
  }

  /**
   * Rows come from now on, and from which version; undefined for somebody who left meanwhile. What
   * was told since the head was read, they pull.
   */
  admit(receiver: Receiver, { scope, head, count }: ScopeHead): ScopeHead | undefined {
    if (this.joining.delete(receiver)) this.receivers.add(receiver);
    if (!this.receivers.has(receiver)) return undefined;
    return { scope, head: Math.max(head, this.cursor ?? 0), count };
  }

  remove(receiver: Receiver): void {
    this.receivers.delete(receiver);
    this.joining.delete(receiver);
  }
}
