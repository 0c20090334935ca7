import type { ChannelId } from '../../../shared/domain/ids.ts';
import { ACTIVITY_ROW } from '../../../shared/domain/kinds/activity.ts';
import type { Mention } from '../../../shared/domain/kinds/mention.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import { channelScope, orgScope, userScope } from '../../../shared/domain/scope.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from './channels.ts';
import type { FollowedThreads, ThreadNews } from './followed-threads.ts';

/** Beyond so many mentions nobody counts. */
const MOST_COUNTED = 200;

interface Place {
  readonly channelId: string;
  readonly rootId: string | null;
}

/**
 * What of the activity is new to the person: it came since they looked last, and they have not read
 * it where it stands. The count and the marks of the list go by this one rule.
 */
export class UnseenActivity {
  readonly #cache: Cache;
  readonly #channels: Channels;
  readonly #followed: FollowedThreads;
  readonly #statements;

  constructor(cache: Cache, channels: Channels, followed: FollowedThreads) {
    this.#cache = cache;
    this.#channels = channels;
    this.#followed = followed;
    const { db } = cache;
    this.#statements = {
      mentions: db
        .prepare<[number]>(
          `SELECT json FROM rows WHERE kind = 'mention' AND json ->> 'at' > ?
             AND json IS NOT NULL ORDER BY json ->> 'at' DESC LIMIT ${MOST_COUNTED}`,
        )
        .pluck(),
      // Both by the index of a channel's calls, from its marker on: there are few.
      calls: db
        .prepare<[number, number, number, string]>(
          `SELECT json FROM messages WHERE scope_id = ? AND calls = 1 AND position > ?
             AND created_at > ? AND author_id <> ?`,
        )
        .pluck(),
      called: db
        .prepare<[number, number, number, string, number, string]>(
          `SELECT json FROM messages AS m WHERE scope_id = ? AND called IS NOT NULL AND calls = 0
             AND position > ? AND created_at > ? AND author_id <> ? AND EXISTS (
             SELECT 1 FROM json_each(m.called) AS c
               JOIN rows AS g ON g.scope_id = ? AND g.kind = 'group' AND g.id = c.value
               JOIN json_each(g.json, '$.memberIds') AS u
               WHERE g.json IS NOT NULL AND u.value = ?)`,
        )
        .pluck(),
      // Several to one message are one thing that happened, as in the list.
      reactions: db
        .prepare<[string, number, string]>(
          `SELECT count(DISTINCT json ->> 'messageId' || '/' || (json ->> 'emoji')) FROM rows
             WHERE kind = 'reaction' AND json ->> 'to' = ? AND json ->> 'at' > ?
             AND json ->> 'userId' <> ?`,
        )
        .pluck(),
      lastReplyAt: db
        .prepare<[string, string]>(
          `SELECT created_at FROM messages WHERE root_id = ? AND author_id <> ?
             AND json ->> 'deletedAt' IS NULL ORDER BY position DESC LIMIT 1`,
        )
        .pluck(),
    };
  }

  /** The person has seen what happened up to then, ms. */
  seenTo(): number {
    const { overlay, userId } = this.#cache;
    return overlay.get(userScope(userId), 'activity', ACTIVITY_ROW)?.seenTo ?? this.#since();
  }

  /** Whether they have read what stands at a position, in the channel or in its thread. */
  isRead({ channelId, rootId }: Place, position: number): boolean {
    const follow = rootId === null ? undefined : this.#followed.follow(rootId);
    return position <= (follow?.readTo ?? this.#marker(channelId));
  }

  /** How many of what people said or how they answered are new. */
  count(news: readonly ThreadNews[]): number {
    const { userId } = this.#cache;
    const seenTo = this.seenTo();
    const { mentions, reactions, lastReplyAt } = this.#statements;
    const named = (mentions.all(seenTo) as string[])
      .map((json) => JSON.parse(json) as Mention)
      .filter((one) => {
        const here = this.#channels.membership(one.channelId) !== undefined;
        return here && !this.isRead(one, one.position);
      });
    const reacted = reactions.get(userId, seenTo, userId) as number;
    const answered = news.filter(({ rootId }) => {
      const at = lastReplyAt.get(rootId, userId) as number | undefined;
      return at !== undefined && at > seenTo;
    });
    return named.length + this.#calls(seenTo) + reacted + answered.length;
  }

  #calls(seenTo: number): number {
    const { overlay, scopes, userId } = this.#cache;
    const org = scopes.knownId(orgScope) ?? -1;
    const { calls, called } = this.#statements;
    let count = 0;
    for (const { id } of this.#channels.memberships()) {
      const scope = scopes.knownId(channelScope(id as ChannelId));
      if (scope === undefined) continue;
      const marker = this.#marker(id);
      const found = [
        ...calls.all(scope, marker, seenTo, userId),
        ...called.all(scope, marker, seenTo, userId, org, userId),
      ] as string[];
      for (const json of found) {
        const message = JSON.parse(json) as Message;
        // One that also names its reader has a mention already.
        if (overlay.get(userScope(userId), 'mention', message.id) !== undefined) continue;
        const { rootId, position } = message;
        if (!this.isRead({ channelId: id, rootId }, position)) count++;
      }
    }
    return count;
  }

  #marker(channelId: string): number {
    const { overlay, userId } = this.#cache;
    return overlay.get(userScope(userId), 'marker', channelId)?.position ?? 0;
  }

  /** Whoever has never looked is not told of what was before they came. */
  #since(): number {
    const joined = this.#channels.memberships().map(({ joinedAt }) => joinedAt);
    return joined.length === 0 ? 0 : Math.min(...joined);
  }
}
