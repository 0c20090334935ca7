import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { PresenceState, SidebarView } from '../../../shared/rpc/views.ts';
import type { Cache } from '../cache/cache.ts';
import { Channels } from '../views/channels.ts';
import { ActivityRows } from '../views/activity-rows.ts';
import { FollowedThreads } from '../views/followed-threads.ts';
import { MessageViews } from '../views/message-view.ts';
import { Messages } from '../views/messages.ts';
import { OutboxView } from '../views/outbox-view.ts';
import { People } from '../views/people.ts';
import { sidebarView } from '../views/sidebar.ts';
import { UnreadCounts } from '../views/unread.ts';
import type { FakeClock } from '../../../shared/testing/clock.ts';

/** All that is read out of a cache, with what it wished for and did not find. */
export class TestViews {
  readonly wanted: string[] = [];
  readonly presences = new Map<string, PresenceState>();
  readonly people: People;
  readonly channels: Channels;
  readonly messageViews: MessageViews;
  readonly messages: Messages;
  readonly unread: UnreadCounts;
  readonly followed: FollowedThreads;
  readonly activity: ActivityRows;
  readonly outbox: OutboxView;
  progress: number | null = null;
  readonly #cache: Cache;

  constructor(cache: Cache, clock: FakeClock) {
    this.#cache = cache;
    const want = (id: string): void => void this.wanted.push(id);
    const presence = (id: string): PresenceState => this.presences.get(id) ?? 'offline';
    this.people = new People({ cache, presence, want, clock });
    this.channels = new Channels({ cache, people: this.people, want });
    this.messageViews = new MessageViews(cache);
    this.messages = new Messages({
      cache,
      views: this.messageViews,
      people: this.people,
      channels: this.channels,
      progress: () => this.progress,
    });
    this.unread = new UnreadCounts(cache);
    this.followed = new FollowedThreads(cache, this.channels);
    this.activity = new ActivityRows(cache, this.channels, this.followed);
    this.outbox = new OutboxView(cache, this.people, this.channels);
  }

  sidebar(): SidebarView | null {
    const { people, channels, unread, followed, activity } = this;
    const presence = (id: string): PresenceState => this.presences.get(id) ?? 'offline';
    const cache = this.#cache;
    return sidebarView({
      cache,
      people,
      channels,
      unread,
      followed,
      activity,
      presence,
      off: false,
    });
  }

  /** The texts of a channel's newest page, or what its system messages tell. */
  texts(channelId: ChannelId, limit = 50): string[] {
    const { messages } = this.messages.page(channelId, { from: 'newest' }, limit);
    return messages.map((one) => one.system?.type ?? one.text);
  }
}
