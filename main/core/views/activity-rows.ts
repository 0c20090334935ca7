import type { Mention } from '../../../shared/domain/kinds/mention.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import type { Reaction } from '../../../shared/domain/kinds/reaction.ts';
import { channelOf, orgScope, userScope, type Scope } from '../../../shared/domain/scope.ts';
import type { ActivityFilter, ActivityItem } from '../../../shared/rpc/list-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from './channels.ts';
import type { FollowedThreads } from './followed-threads.ts';
import { UnseenActivity } from './unseen-activity.ts';

export type Happened = Omit<
  ActivityItem,
  'title' | 'channelType' | 'message' | 'task' | 'isNew'
> & {
  /** Its reader was there already. */
  read: boolean;
};

/** Several reactions to one message are one thing that happened, so more rows are looked at. */
const REACTIONS_EACH = 4;

const newestFirst = (a: Happened, b: Happened): number => b.at - a.at;

/**
 * What concerns the person, out of the cache alone. The relay is not asked: a mention is a row of
 * the person's own, a reaction says whose message it is for, and both come with the rest.
 */
export class ActivityRows {
  readonly #cache: Cache;
  readonly #channels: Channels;
  readonly #followed: FollowedThreads;
  readonly #unseen: UnseenActivity;
  readonly #statements;

  constructor(cache: Cache, channels: Channels, followed: FollowedThreads) {
    this.#cache = cache;
    this.#channels = channels;
    this.#followed = followed;
    this.#unseen = new UnseenActivity(cache, channels, followed);
    const { db } = cache;
    this.#statements = {
      mentions: db
        .prepare<[number]>(
          `SELECT json FROM rows WHERE kind = 'mention' AND json IS NOT NULL
             ORDER BY json ->> 'at' DESC LIMIT ?`,
        )
        .pluck(),
      calls: db.prepare<[string, number], { json: string; scope: Scope }>(
        `SELECT m.json, s.name AS scope FROM messages AS m JOIN scopes AS s ON s.id = m.scope_id
           WHERE m.calls = 1 AND m.author_id <> ? ORDER BY m.created_at DESC LIMIT ?`,
      ),
      called: db.prepare<[number, string, string, number], { json: string; scope: Scope }>(
        `SELECT m.json, s.name AS scope FROM messages AS m JOIN scopes AS s ON s.id = m.scope_id
           WHERE m.called IS NOT NULL AND m.calls = 0 AND EXISTS (
             SELECT 1 FROM json_each(m.called) AS c
               JOIN rows AS g ON g.scope_id = ? AND g.kind = 'group' AND g.id = c.value
               JOIN json_each(g.json, '$.memberIds') AS u
               WHERE g.json IS NOT NULL AND u.value = ?)
           AND m.author_id <> ? ORDER BY m.created_at DESC LIMIT ?`,
      ),
      reactions: db.prepare<[string, string, number], { json: string; scope: Scope }>(
        `SELECT r.json, s.name AS scope FROM rows AS r JOIN scopes AS s ON s.id = r.scope_id
           WHERE r.kind = 'reaction' AND r.json ->> 'to' = ? AND r.json ->> 'userId' <> ?
           ORDER BY r.json ->> 'at' DESC LIMIT ?`,
      ),
      lastReply: db
        .prepare<[string, string]>(
          `SELECT json FROM messages WHERE root_id = ? AND author_id <> ?
             AND json ->> 'deletedAt' IS NULL ORDER BY position DESC LIMIT 1`,
        )
        .pluck(),
    };
  }

  newest(filter: ActivityFilter, limit: number): Happened[] {
    const all = filter === 'all';
    return [
      ...(all || filter === 'mentions' ? this.#mentions(limit) : []),
      ...(all || filter === 'reactions' ? this.#reactions(limit) : []),
      ...(all || filter === 'threads' ? this.#threads(limit) : []),
      ...(all ? this.#invitations() : []),
      ...(all ? this.#given() : []),
    ]
      .filter(({ channelId }) => this.#channels.membership(channelId) !== undefined)
      .sort(newestFirst)
      .slice(0, limit);
  }

  /** The person has seen what happened up to then, ms. */
  seenTo(): number {
    return this.#unseen.seenTo();
  }

  /** How many things of the list are new. */
  unseen(news = this.#followed.news()): number {
    const seenTo = this.seenTo();
    const told = [...this.#given(), ...this.#invitations()].filter(
      ({ at, channelId }) => at > seenTo && this.#channels.membership(channelId) !== undefined,
    );
    return this.#unseen.count(seenTo, news) + told.length;
  }

  #mentions(limit: number): Happened[] {
    const rows = (this.#statements.mentions.all(limit) as string[]).map(
      (json) => JSON.parse(json) as Mention,
    );
    const named = rows.map(({ id, channelId, rootId, authorId, at, position }): Happened => ({
      ...{ id: `mention/${id}`, type: 'mention', at, channelId, messageId: id, rootId },
      ...{ userIds: [authorId], emoji: null, count: 1, taskId: null },
      read: this.#unseen.isRead({ channelId, rootId }, position),
    }));
    const known = new Set(rows.map(({ id }) => id));
    const { scopes, userId } = this.#cache;
    const org = scopes.knownId(orgScope) ?? -1;
    const calledWith = (type: 'call' | 'group', found: { json: string; scope: Scope }[]) =>
      found.flatMap(({ json, scope }): Happened[] => {
        const { id, rootId, authorId, position, createdAt: at } = JSON.parse(json) as Message;
        const channelId = channelOf(scope);
        if (channelId === undefined || known.has(id)) return [];
        const one = { id: `call/${id}`, type, at, channelId, messageId: id, rootId };
        const read = this.#unseen.isRead({ channelId, rootId }, position);
        return [{ ...one, userIds: [authorId], emoji: null, count: 1, taskId: null, read }];
      });
    const { calls, called } = this.#statements;
    return [
      ...named,
      ...calledWith('call', calls.all(userId, limit)),
      ...calledWith('group', called.all(org, userId, userId, limit)),
    ];
  }

  /** One for each message and emoji: who, and when the last of them. */
  #reactions(limit: number): Happened[] {
    const { userId } = this.#cache;
    const found = new Map<string, Happened>();
    const rows = this.#statements.reactions.all(userId, userId, limit * REACTIONS_EACH);
    for (const { json, scope } of rows) {
      const { messageId, userId: by, emoji, at } = JSON.parse(json) as Reaction;
      const channelId = channelOf(scope);
      if (channelId === undefined || at === undefined) continue;
      const id = `reaction/${messageId}/${emoji}`;
      const before = found.get(id);
      const message = this.#cache.rows.message(messageId);
      found.set(id, {
        ...{ id, type: 'reaction', channelId, messageId, rootId: message?.rootId ?? null, emoji },
        ...{ at: before?.at ?? at, userIds: [...(before?.userIds ?? []), by] },
        ...{ count: (before?.count ?? 0) + 1, taskId: null, read: false },
      });
    }
    return [...found.values()];
  }

  /** One for each followed thread: the last answer of somebody else. */
  #threads(limit: number): Happened[] {
    return this.#followed.list(limit).threads.flatMap(({ follow, unread }) => {
      const json = this.#statements.lastReply.get(follow.id, this.#cache.userId) as
        | string
        | undefined;
      if (json === undefined) return [];
      const { id, authorId, createdAt: at } = JSON.parse(json) as Message;
      const { channelId, id: rootId } = follow;
      return {
        ...({ id: `thread/${rootId}`, type: 'thread', at, channelId, messageId: id } as const),
        ...{ rootId, userIds: [authorId], emoji: null, count: Math.max(1, unread), taskId: null },
        read: unread === 0,
      };
    });
  }

  /** Open tasks that somebody else has given to the person. */
  #given(): Happened[] {
    const { overlay, userId } = this.#cache;
    return overlay.list(userScope(userId), 'assignment').flatMap((row) => {
      const { id, channelId, assigneeId, by, at, done } = row;
      if (done || assigneeId !== userId || by === userId) return [];
      return {
        ...({ id: `task/${id}`, type: 'task', at, channelId, messageId: null } as const),
        ...{ rootId: null, userIds: [by], emoji: null, count: 1, taskId: id, read: false },
      };
    });
  }

  /** Channels into which somebody else has brought the person. */
  #invitations(): Happened[] {
    return this.#channels.memberships().flatMap(({ id: channelId, byId, joinedAt: at }) => {
      if (byId === undefined) return [];
      if ((this.#channels.row(channelId)?.people.length ?? 0) > 0) return [];
      return {
        ...({ id: `joined/${channelId}`, type: 'joined', at, channelId } as const),
        ...{ messageId: null, rootId: null, userIds: [byId], emoji: null, count: 1, taskId: null },
        read: false,
      };
    });
  }
}
