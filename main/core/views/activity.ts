import type { ChannelId } from '../../../shared/domain/ids.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import type { ActivityItem, ActivityFilter, ActivityView } from '../../../shared/rpc/list-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { ActivityRows, Happened } from './activity-rows.ts';
import type { Channels } from './channels.ts';
import type { MessageViews } from './message-view.ts';
import { taskView } from './task-view.ts';
import { namedIn } from './named.ts';
import type { People } from './people.ts';

export interface ActivityOptions {
  cache: Cache;
  people: People;
  channels: Channels;
  views: MessageViews;
  activity: ActivityRows;
}

/** What concerns the person, newest first. What is not on this computer is said to be so. */
export function activityView(
  options: ActivityOptions,
  filter: ActivityFilter,
  limit: number,
): ActivityView {
  const { people, channels, activity } = options;
  const happened = activity.newest(filter, limit + 1);
  const seenTo = activity.seenTo();
  const items = happened.slice(0, limit).flatMap((one) => itemOf(options, one, seenTo) ?? []);
  const named = namedIn(items.flatMap(({ message }) => message ?? []));
  for (const { userIds } of items) for (const id of userIds) named.people.add(id);
  return {
    items,
    more: happened.length > limit,
    seenTo,
    people: people.views(named.people),
    channels: channels.names(named.channels),
  };
}

function itemOf(
  options: ActivityOptions,
  { read, ...one }: Happened,
  seenTo: number,
): ActivityItem | undefined {
  const { cache, channels, views } = options;
  const channel = channels.row(one.channelId);
  if (channel === undefined) return undefined;
  const scope = channelScope(one.channelId as ChannelId);
  const row =
    one.messageId === null ? undefined : cache.overlay.get(scope, 'message', one.messageId);
  const [message = null] = row === undefined ? [] : views.views(one.channelId, [row]);
  const task = one.taskId === null ? undefined : cache.overlay.get(scope, 'task', one.taskId);
  return {
    ...one,
    task: task === undefined ? null : taskView(cache, one.channelId, task),
    title: channels.title(channel),
    channelType: channel.type,
    message,
    isNew: one.at > seenTo && !read,
  };
}
