import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Marker } from '../../../shared/domain/kinds/marker.ts';
import { channelScope, orgScope, userScope } from '../../../shared/domain/scope.ts';
import type { Cache } from '../cache/cache.ts';

/** Beyond so many unread, whose they are is not looked at. */
const OWN_LOOKED_AT = 200;

export interface Unread {
  unread: number;
  /** Mentions; in a conversation every message counts as one. */
  mentions: number;
}

/** Counts what a channel has that its reader has not seen. True across holes: by ordinals (S6). */
export class UnreadCounts {
  readonly #cache: Cache;
  readonly #statements;

  constructor(cache: Cache) {
    this.#cache = cache;
    this.#statements = {
      own: cache.db
        .prepare<[string, number, number, number]>(
          `SELECT count(*) FROM (SELECT author_id = ? AND json ->> 'system' IS NULL AS own
             FROM messages WHERE scope_id = ? AND listed = 1 AND position > ?
             ORDER BY position LIMIT ?) WHERE own = 1`,
        )
        .pluck(),
      mentions: cache.db
        .prepare<[string, number]>(
          // One in a thread that its reader has to do with is counted there, once it is here.
          `SELECT count(*) FROM rows AS n WHERE kind = 'mention' AND parent = ? AND sort > ?
             AND json IS NOT NULL AND NOT EXISTS (SELECT 1 FROM rows AS f
               WHERE f.scope_id = n.scope_id AND f.kind = 'follow' AND f.id = n.json ->> 'rootId'
               AND f.json IS NOT NULL AND (f.sort >= n.sort
                 OR EXISTS (SELECT 1 FROM messages WHERE id = n.id)))`,
        )
        .pluck(),
      calls: cache.db
        .prepare<[number, number, string, string]>(
          // A message that also names its reader has a mention already.
          `SELECT count(*) FROM messages AS said WHERE scope_id = ? AND calls = 1 AND position > ?
             AND author_id <> ? AND NOT EXISTS (SELECT 1 FROM rows WHERE kind = 'mention'
               AND parent = ? AND sort = said.position AND json IS NOT NULL)`,
        )
        .pluck(),
      called: cache.db
        .prepare<[number, number, string, number, string, string]>(
          // The same of a group that its reader is in, where it does not call everybody too.
          `SELECT count(*) FROM messages AS said WHERE scope_id = ? AND called IS NOT NULL
             AND calls = 0 AND position > ? AND author_id <> ? AND EXISTS (
               SELECT 1 FROM json_each(said.called) AS c
                 JOIN rows AS g ON g.scope_id = ? AND g.kind = 'group' AND g.id = c.value
                 JOIN json_each(g.json, '$.memberIds') AS m
                 WHERE g.json IS NOT NULL AND m.value = ?)
             AND NOT EXISTS (SELECT 1 FROM rows WHERE kind = 'mention'
               AND parent = ? AND sort = said.position AND json IS NOT NULL)`,
        )
        .pluck(),
    };
  }

  of(channelId: string, conversation: boolean): Unread {
    const unread = this.countOf(channelId);
    if (conversation) return { unread, mentions: unread };
    const { scopes, userId } = this.#cache;
    const position = this.#marker(channelId)?.position ?? 0;
    const scopeId = scopes.knownId(channelScope(channelId as ChannelId)) ?? -1;
    const named = this.#statements.mentions.get(channelId, position) as number;
    if (unread === 0) return { unread, mentions: named };
    const org = scopes.knownId(orgScope) ?? -1;
    const { calls, called } = this.#statements;
    const everybody = calls.get(scopeId, position, userId, channelId) as number;
    const groups = called.get(scopeId, position, userId, org, userId, channelId) as number;
    return { unread, mentions: named + everybody + groups };
  }

  /** Messages that its reader has not seen. Nobody's own words are unread to them. */
  countOf(channelId: string): number {
    const { scopes, userId } = this.#cache;
    const scope = scopes.find(channelScope(channelId as ChannelId));
    const marker = this.#marker(channelId);
    const unread = Math.max(0, (scope?.count ?? 0) - (marker?.ordinal ?? 0));
    if (scope === undefined || unread === 0 || unread > OWN_LOOKED_AT) return unread;
    const after = [scope.id, marker?.position ?? 0] as const;
    const own = this.#statements.own.get(userId, ...after, OWN_LOOKED_AT) as number;
    return Math.max(0, unread - own);
  }

  #marker(channelId: string): Marker | undefined {
    return this.#cache.overlay.get(userScope(this.#cache.userId), 'marker', channelId);
  }
}
