import { z } from 'zod';
import { channelId, messageId } from '../domain/ids.ts';
import { method } from './method.ts';
import type { NoticeNews } from './notice-views.ts';

/** What a person did with a notification of messages without opening the app. */
export const noticeAnswer = z.strictObject({
  channelId,
  rootId: messageId.nullable(),
  /** Of the last message that it told of. */
  position: z.number().int().nonnegative(),
  /** What they answer; null: they have read it. */
  text: z.string().max(100_000).nullable(),
});
export type NoticeAnswer = z.infer<typeof noticeAnswer>;

/** Notifications. */
export const noticeApi = {
  /**
   * What is to be shown or taken away now, each once; the topic `notices` tells that there is something.
   * `shows`: whether this window can show it. Where it cannot, another computer is left to tell.
   */
  takeNotices: method<NoticeNews>()(z.strictObject({ shows: z.boolean() })),
  /** An answer goes through the outbox like any other, connected or not, and marks as read. */
  answerNotice: method<null>()(noticeAnswer),
  /** Whether the company or this computer's policy keeps names and words out of notifications. */
  noticesHidden: method<boolean>()(z.strictObject({})),
} as const;
