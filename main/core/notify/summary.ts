import type { ChannelId } from '../../../shared/domain/ids.ts';
import { channelScope, userScope } from '../../../shared/domain/scope.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from '../views/channels.ts';

export interface Summary {
  mentions: number;
  messages: number;
  /** Channels and conversations that these are in. */
  places: number;
}

interface Place extends Pick<Summary, 'mentions' | 'messages'> {
  /** The channel's. */
  readonly id: string;
  readonly scopeId: number;
}

/** Newest position at some moment of each channel that matters, by its id. */
export type Ends = ReadonlyMap<string, number>;

/** Counts what has come since a moment and was read nowhere. What is muted is left out. */
export class SummaryCounts {
  readonly #cache: Cache;
  readonly #channels: Channels;
  readonly #statements;

  constructor(cache: Cache, channels: Channels) {
    this.#cache = cache;
    this.#channels = channels;
    this.#statements = {
      messages: cache.db
        .prepare<[number, number, number, number, string]>(
          `SELECT count(*) FROM messages WHERE scope_id = ? AND listed = 1 AND position > ?
             AND position <= ? AND created_at >= ? AND author_id <> ?
             AND json ->> 'system' IS NULL AND json ->> 'deletedAt' IS NULL`,
        )
        .pluck(),
      mentions: cache.db
        .prepare<[string, number, number, number]>(
          `SELECT count(*) FROM rows WHERE kind = 'mention' AND parent = ? AND sort > ?
             AND sort <= ? AND json IS NOT NULL AND json ->> 'at' >= ?`,
        )
        .pluck(),
      // A mention may be here before its message is.
      end: cache.db
        .prepare<[number, string]>(
          `SELECT max(
             coalesce((SELECT max(position) FROM messages WHERE scope_id = ?), 0),
             coalesce((SELECT max(sort) FROM rows WHERE kind = 'mention' AND parent = ?
                         AND json IS NOT NULL), 0))`,
        )
        .pluck(),
    };
  }

  /** `since`: ms. */
  since(since: number): Summary {
    const summary = { mentions: 0, messages: 0, places: 0 };
    for (const { messages, mentions } of this.#places(since, null)) {
      summary.messages += messages;
      summary.mentions += mentions;
      if (messages + mentions > 0) summary.places++;
    }
    return summary;
  }

  /** Up to where the channels that it counts something of are here now. */
  ends(since: number): Ends {
    const ends = new Map<string, number>();
    for (const { id, scopeId, messages, mentions } of this.#places(since, null)) {
      if (messages + mentions === 0) continue;
      ends.set(id, this.#statements.end.get(scopeId, id) as number);
    }
    return ends;
  }

  /** Whether something of what was counted then is still unread; what came later does not matter. */
  left(since: number, ends: Ends): boolean {
    for (const { messages, mentions } of this.#places(since, ends)) {
      if (messages + mentions > 0) return true;
    }
    return false;
  }

  *#places(since: number, ends: Ends | null): Generator<Place> {
    const { overlay, scopes, userId } = this.#cache;
    for (const { id, muted, notify } of this.#channels.memberships()) {
      if (muted || notify === 'nothing') continue;
      const scopeId = scopes.knownId(channelScope(id as ChannelId));
      const end = ends === null ? Number.MAX_SAFE_INTEGER : ends.get(id);
      if (scopeId === undefined || end === undefined) continue;
      const read = overlay.get(userScope(userId), 'marker', id)?.position ?? 0;
      yield {
        ...{ id, scopeId },
        messages: this.#statements.messages.get(scopeId, read, end, since, userId) as number,
        mentions: this.#statements.mentions.get(id, read, end, since) as number,
      };
    }
  }
}
