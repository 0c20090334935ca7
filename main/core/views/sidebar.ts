import type { ChannelId } from '../../../shared/domain/ids.ts';
import { draftId } from '../../../shared/domain/kinds/draft.ts';
import { WORKSPACE_ROW } from '../../../shared/domain/kinds/workspace.ts';
import { channelScope, orgScope, userScope } from '../../../shared/domain/scope.ts';
import type { PersonView, PresenceState, SidebarChannel, SidebarView } from '../../../shared/rpc/views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from './channels.ts';
import type { People } from './people.ts';

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
          `SELECT count(*) FROM (SELECT author_id = ? AS own FROM messages
             WHERE scope_id = ? AND listed = 1 AND position > ?
             ORDER BY position LIMIT ?) WHERE own = 1`,
        )
        .pluck(),
      mentions: cache.db
        .prepare<[string, number]>(
          `SELECT count(*) FROM rows WHERE kind = 'mention' AND parent = ? AND sort > ?
             AND json IS NOT NULL`,
        )
        .pluck(),
      calls: cache.db
        .prepare<[number, number, string]>(
          `SELECT count(*) FROM messages WHERE scope_id = ? AND calls = 1 AND position > ?
             AND author_id <> ?`,
        )
        .pluck(),
    };
  }

  of(channelId: string, conversation: boolean): Unread {
    const { scopes, overlay, userId } = this.#cache;
    const scope = scopes.find(channelScope(channelId as ChannelId));
    const marker = overlay.get(userScope(userId), 'marker', channelId);
    const position = marker?.position ?? 0;
    const scopeId = scope?.id ?? -1;
    let unread = Math.max(0, (scope?.count ?? 0) - (marker?.ordinal ?? 0));
    if (unread > 0 && unread <= OWN_LOOKED_AT) {
      // Nobody's own words are unread to them.
      const own = this.#statements.own.get(userId, scopeId, position, OWN_LOOKED_AT) as number;
      unread = Math.max(0, unread - own);
    }
    if (conversation) return { unread, mentions: unread };
    const named = this.#statements.mentions.get(channelId, position) as number;
    const calls = unread === 0 ? 0 : (this.#statements.calls.get(scopeId, position, userId) as number);
    return { unread, mentions: named + calls };
  }
}

export interface SidebarOptions {
  cache: Cache;
  people: People;
  channels: Channels;
  unread: UnreadCounts;
  presence: (userId: string) => PresenceState;
}

/** The sidebar, or null before the person's own row has come for the first time. */
export function sidebarView(options: SidebarOptions): SidebarView | null {
  const { cache, people, channels, unread, presence } = options;
  const me = people.view(cache.userId);
  if (me === null) return null;
  const drafts = new Set(
    cache.overlay.list(userScope(cache.userId), 'draft').map((draft) => draft.id),
  );
  const list: SidebarChannel[] = [];
  const named = new Set<string>();
  for (const membership of channels.memberships()) {
    const channel = channels.row(membership.id);
    if (channel === undefined) continue;
    const others = channel.people.length === 0 ? [] : channels.others(channel);
    for (const id of others) named.add(id);
    const scope = cache.scopes.find(channelScope(channel.id as ChannelId));
    const counts = unread.of(channel.id, others.length > 0);
    list.push({
      id: channel.id,
      type: channel.type,
      title: channels.title(channel),
      people: others,
      presence: others.length === 1 ? presence(others[0]!) : null,
      unread: counts.unread,
      mentions: membership.muted && others.length > 0 ? 0 : counts.mentions,
      starred: membership.starred,
      muted: membership.muted,
      draft: drafts.has(draftId(channel.id, null)),
      archived: channel.archivedAt !== null,
      lastAt: Math.max(scope?.lastAt ?? 0, channel.createdAt),
    });
  }
  return {
    workspace: cache.overlay.get(orgScope, 'workspace', WORKSPACE_ROW)?.name ?? '',
    me,
    channels: list,
    people: people.views(named) satisfies Record<string, PersonView>,
    totalMentions: list.reduce((sum, channel) => sum + channel.mentions, 0),
    totalUnread: list.reduce((sum, one) => sum + (one.muted ? 0 : one.unread), 0),
  };
}
