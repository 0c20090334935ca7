import type { ChannelId, UserId } from '../../../../shared/domain/ids.ts';
import type { Channel } from '../../../../shared/domain/kinds/channel.ts';
import { userScope } from '../../../../shared/domain/scope.ts';
import type { Beside } from '../../../../shared/search/standing.ts';
import type { SearchQuestion } from '../../search.ts';
import { besideKinds, type Marks } from '../../search-facts.ts';
import type { Own } from '../../search-own.ts';
import type { Db } from '../database.ts';
import type { ScopeNumbers } from './scope-numbers.ts';

type Place = [id: string, position: number];
type Follow = [rootId: string, channelId: ChannelId, readTo: number];

/** The rows that say something of messages, and of how they stand to somebody. */
export class RowsBeside {
  readonly #scopes: ScopeNumbers;
  readonly #statements;

  constructor(rows: Db, scopes: ScopeNumbers) {
    this.#scopes = scopes;
    const kinds = besideKinds.map((kind) => `'${kind}'`).join(', ');
    const own = (kind: string, fields: string, where = '1') =>
      rows.prepare<[number]>(
        `SELECT ${fields} FROM rows
         WHERE scope_id = ? AND kind = '${kind}' AND deleted = 0 AND ${where}`,
      );
    const first = `SELECT json ->> '$.createdAt' FROM rows WHERE scope_id = ?`;
    this.#statements = {
      // A thread whose replies were all deleted stands there without any.
      marks: rows
        .prepare<[number, string]>(
          `SELECT kind FROM rows WHERE scope_id = ? AND kind IN (${kinds}) AND id = ?
             AND deleted = 0 AND (kind <> 'thread' OR json ->> '$.replies' > 0)`,
        )
        .pluck(),
      channel: own('channel', 'json').pluck(),
      saved: own('saved', 'id', `NOT json ->> '$.done'`).pluck(),
      markers: own('marker', `id, json ->> '$.position'`).raw(),
      follows: own('follow', `id, json ->> '$.channelId', json ->> '$.readTo'`).raw(),
      firstAbove: rows
        .prepare<[number, number]>(`${first} AND position > ? ORDER BY position LIMIT 1`)
        .pluck(),
      firstReplyAbove: rows
        .prepare<[number, string, number]>(
          `${first} AND parent = ? AND kind = 'message' AND position > ?
           ORDER BY position LIMIT 1`,
        )
        .pluck(),
    };
  }

  marksOf(scopeId: number, messageId: string): Omit<Marks, 'people'> {
    const found = this.#statements.marks.all(scopeId, messageId) as string[];
    const [pinned, task, answered] = besideKinds.map((kind) => found.includes(kind));
    return { pinned: pinned!, task: task!, answered: answered! };
  }

  /** Of a conversation, whose row is among its own; a public channel's is not, and names nobody. */
  peopleOf(scopeId: number): readonly string[] {
    const json = this.#statements.channel.get(scopeId) as string | undefined;
    return json === undefined ? [] : (JSON.parse(json) as Channel).people;
  }

  ownOf({ wanted, asker, readable }: SearchQuestion): Own {
    const { saved, markers, follows } = this.#statements;
    const own = this.#scopes.of(userScope(asker));
    const none: Own = {
      ...{ saved: new Set(), readTo: new Map(), threadReadTo: new Map(), unreadSince: new Map() },
    };
    const ids = own === undefined || wanted.saved === null ? [] : (saved.all(own) as string[]);
    if (wanted.unread === null) return { ...none, saved: new Set(ids) };
    const readTo = new Map(own === undefined ? [] : (markers.all(own) as Place[]));
    const followed = own === undefined ? [] : (follows.all(own) as Follow[]);
    return {
      saved: new Set(ids),
      readTo,
      threadReadTo: new Map(followed.map(([rootId, , position]) => [rootId, position])),
      unreadSince: wanted.unread ? this.#unreadSince(readable, readTo, followed) : none.unreadSince,
    };
  }

  /** A look-up by position for each channel, and for each thread that is not read as far. */
  #unreadSince(
    readable: readonly ChannelId[],
    readTo: ReadonlyMap<string, number>,
    followed: readonly Follow[],
  ): Map<ChannelId, number> {
    const since = new Map<ChannelId, number>();
    const scopeIds = new Map<ChannelId, number>();
    const note = (id: ChannelId, at: number | undefined): void => {
      if (at !== undefined) since.set(id, Math.min(at, since.get(id) ?? Infinity));
    };
    const { firstAbove, firstReplyAbove } = this.#statements;
    for (const id of readable) {
      const scopeId = this.#scopes.ofChannel(id);
      if (scopeId === undefined) continue;
      scopeIds.set(id, scopeId);
      note(id, firstAbove.get(scopeId, readTo.get(id) ?? 0) as number | undefined);
    }
    for (const [rootId, id, position] of followed) {
      const scopeId = scopeIds.get(id);
      if (scopeId === undefined || position >= (readTo.get(id) ?? 0)) continue;
      note(id, firstReplyAbove.get(scopeId, rootId, position) as number | undefined);
    }
    return since;
  }

  /** For the messages of one question. */
  standing(reader: UserId, own: Own): Beside {
    const people = new Map<string, readonly string[]>();
    const marks = (messageId: string, channelId: string) =>
      this.marksOf(this.#scopes.ofChannel(channelId as ChannelId) ?? 0, messageId);
    return {
      reader,
      pinned: (messageId, channelId) => marks(messageId, channelId).pinned,
      task: (messageId, channelId) => marks(messageId, channelId).task,
      answered: (messageId, channelId) => marks(messageId, channelId).answered,
      saved: (messageId) => own.saved.has(messageId),
      readTo: (channelId) => own.readTo.get(channelId) ?? 0,
      threadReadTo: (rootId) => own.threadReadTo.get(rootId),
      people: (channelId) => {
        let found = people.get(channelId);
        if (found === undefined) {
          const scopeId = this.#scopes.ofChannel(channelId as ChannelId);
          found = scopeId === undefined ? [] : this.peopleOf(scopeId);
          people.set(channelId, found);
        }
        return found;
      },
    };
  }
}
