import type { ChannelId } from '../../../shared/domain/ids.ts';
import { channelScope, userScope } from '../../../shared/domain/scope.ts';
import type { NoticeView } from '../../../shared/rpc/notice-views.ts';
import { wordsOf, type MessageNoticeOptions } from './message-notice.ts';
import type { Due } from './claims.ts';
import type { RemindSource } from './reminders.ts';

/** Saved messages whose owner wants to be reminded of them. */
export class SavedReminders implements RemindSource {
  readonly key = 'reminded';
  readonly of = 'saved';
  readonly topic = 'saved';
  readonly #options: MessageNoticeOptions;

  constructor(options: MessageNoticeOptions) {
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
    const { cache, channels } = this.#options;
    const saved = cache.overlay.get(userScope(cache.userId), 'saved', messageId);
    if (saved === undefined) return undefined;
    const { channelId } = saved;
    if (channels.membership(channelId) === undefined) return undefined;
    if (channels.row(channelId) === undefined) return undefined;
    const message = cache.overlay.get(channelScope(channelId as ChannelId), 'message', messageId);
    if (message !== undefined && message.deletedAt !== null) return undefined;
    const id = this.noticeId(messageId);
    const place = { ...({ type: 'reminder', id } as const), channelId, messageId };
    return { ...place, ...wordsOf(this.#options, channelId, message) };
  }

  noticeId(messageId: string): string {
    return `reminder/${messageId}`;
  }
}
