import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import type { ThreadCardView, ThreadsView } from '../../../shared/rpc/list-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from './channels.ts';
import type { FollowedThread, FollowedThreads } from './followed-threads.ts';
import type { Messages } from './messages.ts';
import type { MessageViews } from './message-view.ts';
import { namedIn } from './named.ts';
import type { People } from './people.ts';

/** A card shows so many replies where nothing is new, and at most so many that are. */
const SHOWN = 2;
const MOST_SHOWN = 5;

export interface ThreadsOptions {
  cache: Cache;
  people: People;
  channels: Channels;
  views: MessageViews;
  messages: Messages;
  followed: FollowedThreads;
}

/** The threads that the person follows, as cards: those with news first. */
export function threadsView(options: ThreadsOptions, limit: number): ThreadsView {
  const { people, channels, followed } = options;
  const { threads, more } = followed.list(limit);
  const cards = threads.flatMap((thread) => cardOf(options, thread) ?? []);
  const drawn = cards.flatMap(({ root, shown }) => (root === null ? shown : [root, ...shown]));
  const named = namedIn(drawn);
  return {
    cards,
    more,
    unread: followed.news().reduce((sum, { unread }) => sum + unread, 0),
    people: people.views(named.people),
    channels: channels.names(named.channels),
  };
}

function cardOf(options: ThreadsOptions, thread: FollowedThread): ThreadCardView | undefined {
  const { cache, channels, views, messages } = options;
  const { follow, unread, replies, lastAt } = thread;
  const { channelId, id: rootId } = follow;
  const channel = channels.row(channelId);
  if (channel === undefined) return undefined;
  const root = cache.overlay.get(channelScope(channelId as ChannelId), 'message', rootId);
  const last: Message[] = messages.lastReplies(
    channelId,
    rootId,
    Math.min(MOST_SHOWN, Math.max(SHOWN, unread)),
  );
  const [first, ...shown] = views.views(channelId, root === undefined ? last : [root, ...last]);
  return {
    ...{ channelId, rootId, unread, replies, lastAt },
    title: channels.title(channel),
    type: channel.type,
    following: follow.on,
    root: root === undefined ? null : (first ?? null),
    shown: root === undefined && first !== undefined ? [first, ...shown] : shown,
    readTo: follow.readTo,
  };
}
