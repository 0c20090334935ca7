import type { Clock } from '../../../shared/domain/clock.ts';
import { channelOf, type Scope } from '../../../shared/domain/scope.ts';
import type { Down } from '../../../shared/protocol/down.ts';
import type { PresenceState } from '../../../shared/rpc/views.ts';
import type { LiveTopics } from './topics.ts';

const TYPING_MS = 5_000;

/** Presence and typing: true for a moment, never kept, unknown while there is no line. */
export class Passing {
  readonly #clock: Clock;
  readonly #topics: LiveTopics;
  readonly #presence = new Map<string, PresenceState>();
  /** By channel and thread: who, and until when. */
  readonly #typing = new Map<string, Map<string, number>>();

  constructor(clock: Clock, topics: LiveTopics) {
    this.#clock = clock;
    this.#topics = topics;
  }

  presence(userId: string): PresenceState {
    return this.#presence.get(userId) ?? 'offline';
  }

  typing(channelId: string, rootId: string | null): string[] {
    const now = this.#clock.now();
    const known = this.#typing.get(`${channelId}/${rootId ?? ''}`) ?? new Map<string, number>();
    return [...known].filter(([, until]) => until > now).map(([userId]) => userId);
  }

  receive(frame: Down<'presence'> | Down<'typing'> | Down<'rows'>): void {
    if (frame.t === 'rows') return this.#wrote(frame);
    if (frame.t === 'presence') {
      for (const { userId, state } of frame.people) this.#presence.set(userId, state);
      this.#topics.changed('people');
      this.#topics.changed('sidebar');
      return;
    }
    const key = `${frame.channelId}/${frame.rootId ?? ''}`;
    const known = this.#typing.get(key) ?? new Map<string, number>();
    this.#typing.set(key, known.set(frame.userId, this.#clock.now() + TYPING_MS));
    this.#topics.changed(`typing:${frame.channelId}`);
    this.#clock.after(TYPING_MS, () => this.#topics.changed(`typing:${frame.channelId}`));
  }

  /** Whoever's message arrived has stopped writing it. */
  #wrote({ scope, rows }: Down<'rows'>): void {
    const channelId = channelOf(scope as Scope);
    if (channelId === undefined) return;
    for (const { kind, rootId, authorId } of rows) {
      if (kind !== 'message' || typeof authorId !== 'string') continue;
      const key = `${channelId}/${typeof rootId === 'string' ? rootId : ''}`;
      if (this.#typing.get(key)?.delete(authorId) === true) {
        this.#topics.changed(`typing:${channelId}`);
      }
    }
  }

  down(): void {
    this.#presence.clear();
    this.#typing.clear();
    this.#topics.changed('people');
    this.#topics.changed('sidebar');
  }
}
