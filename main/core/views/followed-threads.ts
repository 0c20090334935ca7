import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Follow } from '../../../shared/domain/kinds/follow.ts';
import { channelScope, userScope } from '../../../shared/domain/scope.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from './channels.ts';

/** A thread in which something is new to the person. */
export interface ThreadNews {
  rootId: string;
  channelId: string;
  /** False: they do not want to hear of it; it has news only where it names them. */
  on: boolean;
  /** Replies of others that they have not seen. */
  unread: number;
  /** Those that name them. */
  mentions: number;
}

export interface FollowedThread {
  follow: Follow;
  unread: number;
  replies: number;
  /** ms. */
  lastAt: number;
}

const TALLIED = "m.author_id <> ? AND m.json ->> 'deletedAt' IS NULL";

/**
 * The threads that the person follows, and what is new in them. S11: a follow counts while its
 * owner is in the channel; what was said before they came (back) is not new to them.
 */
export class FollowedThreads {
  readonly #cache: Cache;
  readonly #channels: Channels;
  readonly #statements;

  constructor(cache: Cache, channels: Channels) {
    this.#cache = cache;
    this.#channels = channels;
    const { db } = cache;
    this.#statements = {
      withNews: db
        .prepare<[string]>(
          `SELECT f.id FROM rows AS f WHERE f.kind = 'follow' AND f.parent IS NOT NULL
             AND EXISTS (SELECT 1 FROM messages AS m
               WHERE m.root_id = f.id AND m.position > f.sort AND ${TALLIED})`,
        )
        .pluck(),
      unread: db
        .prepare<[string, number, string, number, number]>(
          // One that the channel shows too is read there as well.
          `SELECT count(*) FROM messages AS m WHERE m.root_id = ? AND m.position > ? AND ${TALLIED}
             AND m.created_at >= ? AND NOT (m.listed = 1 AND m.position <= ?)`,
        )
        .pluck(),
      mentions: db
        .prepare<[string, number, string, number, number, number]>(
          // From the few new replies to their mentions: a channel may have years of these.
          `SELECT count(*) FROM messages AS m WHERE m.root_id = ? AND m.position > ? AND ${TALLIED}
             AND m.created_at >= ? AND NOT (m.listed = 1 AND m.position <= ?)
             AND EXISTS (SELECT 1 FROM rows AS n WHERE n.scope_id = ? AND n.kind = 'mention'
               AND n.id = m.id AND n.json IS NOT NULL)`,
        )
        .pluck(),
      newest: db
        .prepare<[number]>(
          `SELECT f.id FROM rows AS f
             JOIN scopes AS s ON s.name = 'channel:' || f.parent
             JOIN rows AS t ON t.scope_id = s.id AND t.kind = 'thread' AND t.id = f.id
             WHERE f.kind = 'follow' AND f.parent IS NOT NULL AND f.json ->> 'on' = 1
             AND t.json IS NOT NULL
             ORDER BY t.json ->> 'lastReplyAt' DESC LIMIT ?`,
        )
        .pluck(),
      last: db.prepare<[string]>('SELECT max(position) FROM messages WHERE root_id = ?').pluck(),
    };
  }

  follow(rootId: string): Follow | undefined {
    const { overlay, userId } = this.#cache;
    return overlay.get(userScope(userId), 'follow', rootId);
  }

  /** Position of the last message of a thread that is here: what its reader has before them. */
  lastOf(rootId: string): number {
    const last = this.#statements.last.get(rootId) as number | null;
    return last ?? this.#cache.rows.message(rootId)?.position ?? 0;
  }

  /** Replies of others after what was read. */
  unreadIn(follow: Follow): number {
    const bounds = this.#bounds(follow);
    if (bounds === undefined) return 0;
    const { id, readTo } = follow;
    return this.#statements.unread.get(id, readTo, ...bounds) as number;
  }

  /** Every thread with news, in no order. */
  news(): ThreadNews[] {
    const { overlay, scopes, userId } = this.#cache;
    const own = scopes.knownId(userScope(userId)) ?? -1;
    const ids = new Set(this.#statements.withNews.all(userId) as string[]);
    for (const [id] of overlay.layer(userScope(userId), 'follow')) ids.add(id);
    const found: ThreadNews[] = [];
    for (const rootId of ids) {
      const follow = this.follow(rootId);
      const bounds = follow === undefined ? undefined : this.#bounds(follow);
      if (follow === undefined || bounds === undefined) continue;
      const { channelId, on, readTo } = follow;
      const mentions = this.#statements.mentions.get(rootId, readTo, ...bounds, own) as number;
      const unread = on ? this.unreadIn(follow) : mentions;
      if (unread > 0) found.push({ rootId, channelId, on, unread, mentions });
    }
    return found;
  }

  /** Those that have answers: those with news first, then by their last answer. */
  list(limit: number): { threads: FollowedThread[]; more: boolean } {
    const { overlay, userId } = this.#cache;
    const news = new Map(this.news().map((one) => [one.rootId, one.unread]));
    const pending = [...overlay.layer(userScope(userId), 'follow')].map(([id]) => id);
    const newest = this.#statements.newest.all(limit + pending.length + 1) as string[];
    const threads: FollowedThread[] = [];
    for (const id of new Set([...news.keys(), ...pending, ...newest])) {
      const follow = this.follow(id);
      if (follow === undefined || (!follow.on && !news.has(id))) continue;
      if (this.#channels.membership(follow.channelId) === undefined) continue;
      const scope = channelScope(follow.channelId as ChannelId);
      const thread = overlay.get(scope, 'thread', id);
      if (thread === undefined || thread.replies === 0) continue;
      const { replies, lastReplyAt: lastAt } = thread;
      threads.push({ follow, unread: news.get(id) ?? 0, replies, lastAt });
    }
    threads.sort((a, b) => Number(b.unread > 0) - Number(a.unread > 0) || b.lastAt - a.lastAt);
    return { threads: threads.slice(0, limit), more: threads.length > limit };
  }

  /** What a count goes by: whose own replies are left out, since when, and what the channel's marker covers. */
  #bounds(follow: Follow): [own: string, since: number, marker: number] | undefined {
    const { overlay, userId } = this.#cache;
    const place = this.#channels.membership(follow.channelId);
    if (place === undefined) return undefined;
    const marker = overlay.get(userScope(userId), 'marker', follow.channelId);
    return [userId, place.joinedAt, marker?.position ?? 0];
  }
}
