import type { Clock } from '../../../shared/domain/clock.ts';
import { channelOf, type Scope } from '../../../shared/domain/scope.ts';
import type { Down } from '../../../shared/protocol/down.ts';
import type { PresenceState } from '../../../shared/rpc/views.ts';
import type { LiveTopics } from './topics.ts';

const TYPING_MS = 5_000;

const keyOf = (channelId: string, rootId: string | null): string => `${channelId}/${rootId ?? ''}`;
const channelOfKey = (key: string): string => key.slice(0, key.indexOf('/'));

/** Presence and typing: true for a moment, never kept, unknown while there is no line. */
export class Passing {
  readonly #clock: Clock;
  readonly #topics: LiveTopics;
  readonly #presence = new Map<string, PresenceState>();
  /** By channel and thread: who, and what cancels the end of it. */
  readonly #typing = new Map<string, Map<string, () => void>>();

  constructor(clock: Clock, topics: LiveTopics) {
    this.#clock = clock;
    this.#topics = topics;
  }

  presence(userId: string): PresenceState {
    return this.#presence.get(userId) ?? 'offline';
  }

  typing(channelId: string, rootId: string | null): string[] {
    return [...(this.#typing.get(keyOf(channelId, rootId))?.keys() ?? [])];
  }

  receive(frame: Down<'presence'> | Down<'typing'> | Down<'rows'>): void {
    if (frame.t === 'rows') return this.#wrote(frame);
    if (frame.t === 'presence') {
      for (const { userId, state } of frame.people) this.#presence.set(userId, state);
      this.#topics.changed('people');
      this.#topics.changed('sidebar');
      return;
    }
    const { channelId, userId } = frame;
    const key = keyOf(channelId, frame.rootId);
    const known = this.#typing.get(key) ?? new Map<string, () => void>();
    known.get(userId)?.();
    const over = this.#clock.after(TYPING_MS, () => {
      known.delete(userId);
      this.#topics.changed(`typing:${channelId}`);
    });
    this.#typing.set(key, known.set(userId, over));
    this.#topics.changed(`typing:${channelId}`);
  }

  /** Whoever's message arrived has stopped writing it. */
  #wrote({ scope, rows }: Down<'rows'>): void {
    const channelId = channelOf(scope as Scope);
    if (channelId === undefined) return;
    for (const { kind, rootId, authorId } of rows) {
      if (kind !== 'message' || typeof authorId !== 'string') continue;
      const known = this.#typing.get(keyOf(channelId, typeof rootId === 'string' ? rootId : null));
      const over = known?.get(authorId);
      if (over === undefined) continue;
      over();
      known?.delete(authorId);
      this.#topics.changed(`typing:${channelId}`);
    }
  }

  down(): void {
    this.#presence.clear();
    for (const [key, known] of this.#typing) {
      for (const over of known.values()) over();
      if (known.size > 0) this.#topics.changed(`typing:${channelOfKey(key)}`);
    }
    this.#typing.clear();
    this.#topics.changed('people');
    this.#topics.changed('sidebar');
  }
}
