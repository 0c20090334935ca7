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

/** A message that calls several people. */
interface Call {
  readonly json: string;
  readonly channelId: string;
}

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
      // Both by the index of a channel's calls, from its marker on: there are few. All channels in
      // one statement, since asking for each took longer than finding.
      calls: db.prepare<[string, number, string], Call>(
        `SELECT m.json, place.value ->> 2 AS channelId FROM json_each(?) AS place CROSS JOIN messages AS m
             WHERE m.scope_id = place.value ->> 0 AND m.calls = 1
             AND m.position > place.value ->> 1 AND m.created_at > ? AND m.author_id <> ?`,
      ),
      called: db.prepare<[string, number, string, number, string], Call>(
        `SELECT m.json, place.value ->> 2 AS channelId FROM json_each(?) AS place CROSS JOIN messages AS m
             WHERE m.scope_id = place.value ->> 0 AND m.called IS NOT NULL AND m.calls = 0
             AND m.position > place.value ->> 1 AND m.created_at > ? AND m.author_id <> ? AND EXISTS (
             SELECT 1 FROM json_each(m.called) AS c
               JOIN rows AS g ON g.scope_id = ? AND g.kind = 'group' AND g.id = c.value
               JOIN json_each(g.json, '$.memberIds') AS u
               WHERE g.json IS NOT NULL AND u.value = ?)`,
      ),
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

  /** How many of what people said or how they answered since then are new. */
  count(seenTo: number, news: readonly ThreadNews[]): number {
    const { userId } = this.#cache;
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
    const places = this.#channels.memberships().flatMap(({ id }) => {
      const scope = scopes.knownId(channelScope(id as ChannelId));
      return scope === undefined ? [] : [[scope, this.#marker(id), id]];
    });
    const from = JSON.stringify(places);
    const found = [
      ...calls.all(from, seenTo, userId),
      ...called.all(from, seenTo, userId, org, userId),
    ];
    return found.filter(({ json, channelId }) => {
      const { id, rootId, position } = JSON.parse(json) as Message;
      // One that also names its reader has a mention already.
      if (overlay.get(userScope(userId), 'mention', id) !== undefined) return false;
      return !this.isRead({ channelId, rootId }, position);
    }).length;
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
