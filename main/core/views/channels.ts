import { findChannel } from '../../../shared/commands/channel-access.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Channel, ChannelType } from '../../../shared/domain/kinds/channel.ts';
import type { Membership } from '../../../shared/domain/kinds/membership.ts';
import { channelScope, orgScope, userScope } from '../../../shared/domain/scope.ts';
import type { ChannelView } from '../../../shared/rpc/views.ts';
import type { Cache } from '../cache/cache.ts';
import { matchRank, type People } from './people.ts';

export interface ChannelsOptions {
  cache: Cache;
  people: People;
  /** Asks the relay for a channel's row that is not here. */
  want: (channelId: string) => void;
}

/** The channels that the person may see, and what they are called. */
export class Channels {
  readonly #cache: Cache;
  readonly #people: People;
  readonly #want: (channelId: string) => void;
  readonly #memberCount;

  constructor({ cache, people, want }: ChannelsOptions) {
    this.#cache = cache;
    this.#people = people;
    this.#want = want;
    this.#memberCount = cache.db
      .prepare<[number]>(
        `SELECT count(*) FROM rows WHERE scope_id = ? AND kind = 'member' AND json IS NOT NULL`,
      )
      .pluck();
  }

  row(id: string): Channel | undefined {
    const channel = findChannel(this.#cache.overlay, id as ChannelId);
    if (channel === undefined) this.#want(id);
    return channel;
  }

  membership(id: string): Membership | undefined {
    return this.#cache.overlay.get(userScope(this.#cache.userId), 'membership', id);
  }

  memberships(): Membership[] {
    return this.#cache.overlay.list(userScope(this.#cache.userId), 'membership');
  }

  /** The people of a conversation as its reader counts them: the others, or oneself when alone. */
  others(channel: Channel): string[] {
    const others = channel.people.filter((id) => id !== this.#cache.userId);
    return others.length === 0 ? channel.people : others;
  }

  /** The channel's name, or the people's. */
  title(channel: Channel): string {
    if (channel.name !== '') return channel.name;
    const names = this.others(channel).map((id) => this.#people.row(id)?.displayName ?? '…');
    if (names.length === 1) return names[0]!;
    return names.map((name) => name.split(' ')[0]).join(', ');
  }

  view(id: string): ChannelView | null {
    const row = this.row(id);
    if (row === undefined) return null;
    const { overlay, userId } = this.#cache;
    const scope = channelScope(row.id as ChannelId);
    const mine = this.membership(row.id);
    const member = overlay.get(scope, 'member', userId);
    return {
      id: row.id,
      type: row.type,
      name: row.name,
      topic: row.topic,
      purpose: row.purpose,
      createdAt: row.createdAt,
      creatorId: row.creatorId,
      archived: row.archivedAt !== null,
      people: row.people.length === 0 ? [] : this.others(row),
      mine:
        mine === undefined
          ? null
          : {
              role: member?.role ?? 'member',
              starred: mine.starred,
              muted: mine.muted,
              notify: mine.notify,
            },
      memberCount: Math.max(
        this.memberCount(row.id),
        row.people.length,
        mine === undefined ? 0 : 1,
      ),
      pinCount: mine === undefined ? 0 : overlay.list(scope, 'pin').length,
      pending: this.#cache.outbox.get(row.id as never)?.state === 'waiting',
    };
  }

  /** S8: without reading the members of a large channel, which only a few commands change. */
  memberCount(channelId: string): number {
    const scope = channelScope(channelId as ChannelId);
    const { overlay, rows, scopes } = this.#cache;
    const scopeId = scopes.knownId(scope);
    let count = scopeId === undefined ? 0 : (this.#memberCount.get(scopeId) as number);
    for (const [id, row] of overlay.layer(scope, 'member')) {
      const was = rows.get(scope, 'member', id) !== undefined;
      if (row === null && was) count--;
      if (row !== null && !was) count++;
    }
    return count;
  }

  names(ids: Iterable<string>): Record<string, { name: string; type: ChannelType; title: string }> {
    const result: Record<string, { name: string; type: ChannelType; title: string }> = {};
    for (const id of ids) {
      if (result[id] !== undefined) continue;
      const row = this.row(id);
      if (row === undefined) continue;
      result[id] = { name: row.name, type: row.type, title: this.title(row) };
    }
    return result;
  }

  /** Public channels by name, best match first, then by name. */
  browse(query: string, limit: number): { channels: ChannelView[]; complete: boolean } {
    const ranked = this.#cache.overlay
      .list(orgScope, 'channel')
      .map((row) => ({
        row,
        rank: Math.min(matchRank(row.name, query), matchRank(row.topic, query) + 3),
      }))
      .filter(({ rank }) => Number.isFinite(rank))
      .sort((a, b) => a.rank - b.rank || a.row.name.localeCompare(b.row.name));
    const channels = ranked.slice(0, limit).flatMap(({ row }) => this.view(row.id) ?? []);
    return { channels, complete: ranked.length <= limit };
  }
}
