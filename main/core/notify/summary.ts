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
        .prepare<[number, number, number, string]>(
          `SELECT count(*) FROM messages WHERE scope_id = ? AND listed = 1 AND position > ?
             AND created_at >= ? AND author_id <> ? AND json ->> 'system' IS NULL
             AND json ->> 'deletedAt' IS NULL`,
        )
        .pluck(),
      mentions: cache.db
        .prepare<[string, number, number]>(
          `SELECT count(*) FROM rows WHERE kind = 'mention' AND parent = ? AND sort > ?
             AND json IS NOT NULL AND json ->> 'at' >= ?`,
        )
        .pluck(),
    };
  }

  /** `since`: ms. */
  since(since: number): Summary {
    const { overlay, scopes, userId } = this.#cache;
    const summary = { mentions: 0, messages: 0, places: 0 };
    for (const { id, muted, notify } of this.#channels.memberships()) {
      if (muted || notify === 'nothing') continue;
      const scopeId = scopes.knownId(channelScope(id as ChannelId));
      if (scopeId === undefined) continue;
      const read = overlay.get(userScope(userId), 'marker', id)?.position ?? 0;
      const messages = this.#statements.messages.get(scopeId, read, since, userId) as number;
      const mentions = this.#statements.mentions.get(id, read, since) as number;
      summary.messages += messages;
      summary.mentions += mentions;
      if (messages + mentions > 0) summary.places++;
    }
    return summary;
  }
}
