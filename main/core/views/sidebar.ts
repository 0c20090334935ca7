import type { ChannelId } from '../../../shared/domain/ids.ts';
import { draftId } from '../../../shared/domain/kinds/draft.ts';
import { WORKSPACE_ROW } from '../../../shared/domain/kinds/workspace.ts';
import { channelScope, orgScope, userScope } from '../../../shared/domain/scope.ts';
import type {
  PersonView,
  PresenceState,
  SidebarChannel,
  SidebarView,
} from '../../../shared/rpc/views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from './channels.ts';
import type { ActivityRows } from './activity-rows.ts';
import type { FollowedThreads, ThreadNews } from './followed-threads.ts';
import type { People } from './people.ts';
import type { UnreadCounts } from './unread.ts';

export interface SidebarOptions {
  cache: Cache;
  people: People;
  channels: Channels;
  unread: UnreadCounts;
  followed: FollowedThreads;
  activity: ActivityRows;
  presence: (userId: string) => PresenceState;
  /** Whether the person is off, so that the app's icon stays quiet. */
  off: boolean;
}

/** The sidebar, or null before the person's own row has come for the first time. */
export function sidebarView(options: SidebarOptions): SidebarView | null {
  const { cache, people, channels, unread, followed, presence, off } = options;
  const me = people.view(cache.userId);
  if (me === null) return null;
  const drafts = new Set([
    ...cache.overlay.list(userScope(cache.userId), 'draft').map((draft) => draft.id),
    ...cache.uploads.drafts(),
  ]);
  const sections = cache.overlay
    .list(userScope(cache.userId), 'section')
    .map(({ id, name, place, collapsed }) => ({ id, name, place, collapsed }))
    .sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
  const known = new Set<string | null | undefined>(sections.map(({ id }) => id));
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
      sectionId: known.has(membership.sectionId) ? (membership.sectionId ?? null) : null,
      muted: membership.muted,
      draft: drafts.has(draftId(channel.id, null)),
      archived: channel.archivedAt !== null,
      lastAt: Math.max(scope?.lastAt ?? 0, channel.createdAt),
    });
  }
  const news = followed.news();
  const threads = threadCounts(news);
  const totalMentions = list.reduce((sum, channel) => sum + channel.mentions, 0) + threads.mentions;
  const workspace = cache.overlay.get(orgScope, 'workspace', WORKSPACE_ROW);
  return {
    workspace: workspace?.name ?? '',
    colour: workspace?.colour ?? null,
    me,
    channels: list,
    sections,
    people: people.views(named) satisfies Record<string, PersonView>,
    threads,
    activity: options.activity.unseen(news),
    totalMentions,
    badge: off ? 0 : totalMentions,
    totalUnread: list.reduce((sum, one) => sum + (one.muted ? 0 : one.unread), 0),
  };
}

function threadCounts(news: readonly ThreadNews[]): SidebarView['threads'] {
  return {
    unread: news.reduce((sum, { unread }) => sum + unread, 0),
    mentions: news.reduce((sum, { mentions }) => sum + mentions, 0),
  };
}
