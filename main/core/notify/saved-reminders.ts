import type { ChannelId } from '../../../shared/domain/ids.ts';
import { policyOf } from '../../../shared/domain/kinds/workspace.ts';
import { channelScope, userScope } from '../../../shared/domain/scope.ts';
import type { NoticeView } from '../../../shared/rpc/views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from '../views/channels.ts';
import type { MessageViews } from '../views/message-view.ts';
import { namedIn } from '../views/named.ts';
import type { People } from '../views/people.ts';
import type { Due, RemindSource } from './reminders.ts';
import { selfOf } from './self.ts';

interface SavedRemindersOptions {
  cache: Cache;
  people: People;
  channels: Channels;
  views: MessageViews;
}

/** Saved messages whose owner wants to be reminded of them. */
export class SavedReminders implements RemindSource {
  readonly key = 'reminded';
  readonly topic = 'saved';
  readonly #options: SavedRemindersOptions;

  constructor(options: SavedRemindersOptions) {
    this.#options = options;
  }

  waiting(): Due[] {
    const { cache } = this.#options;
    return cache.overlay
      .list(userScope(cache.userId), 'saved')
      .flatMap(({ id, done, remindAt }) =>
        done || remindAt === null ? [] : [{ id, at: remindAt }],
      );
  }

  notice(messageId: string): NoticeView | undefined {
    const { cache, people, channels, views } = this.#options;
    const saved = cache.overlay.get(userScope(cache.userId), 'saved', messageId);
    if (saved === undefined) return undefined;
    const { channelId } = saved;
    const channel = channels.row(channelId);
    if (channels.membership(channelId) === undefined || channel === undefined) return undefined;
    const message = cache.overlay.get(channelScope(channelId as ChannelId), 'message', messageId);
    if (message !== undefined && message.deletedAt !== null) return undefined;
    const id = `reminder/${messageId}`;
    const place = { ...({ type: 'reminder', id } as const), channelId, messageId };
    // The company may not want its words on locked screens.
    if (message === undefined || !policyOf(selfOf(cache).company).notificationText) {
      return { ...place, author: null, place: null, text: null, people: {}, channels: {} };
    }
    const named = namedIn(views.views(channelId, [message]));
    return {
      ...place,
      author: people.view(message.authorId)?.displayName ?? null,
      place: channel.type === 'dm' ? null : channels.title(channel),
      text: message.text || (message.forward?.text ?? ''),
      people: people.views(named.people),
      channels: channels.names(named.channels),
    };
  }
}
