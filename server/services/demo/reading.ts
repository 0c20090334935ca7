import type { ArgsOf } from '../../../shared/commands/registry.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';

const DAY = 86_400_000;

/** The demo's office keeps the time of Jakarta, UTC+7, all year. */
const OFFICE_OFFSET = 7 * 3_600_000;

/** Midnight in the office on the day of this time, ms. */
export const dayBegins = (time: number): number =>
  Math.floor((time + OFFICE_OFFSET) / DAY) * DAY - OFFICE_OFFSET;

/** Whether a message counts: one of the channel itself, or a reply that is shown in it too. */
const counts = (message: Message): boolean =>
  message.system === null && (message.rootId === null || message.broadcast);

/** The marker of somebody who has read everything before a message; null: everything. */
function before(channelId: ChannelId, messages: readonly Message[], first: Message | null) {
  const read = first === null ? messages : messages.filter((one) => one.position < first.position);
  const last = read.at(-1);
  // A new epoch (S9): the import had marked all of it as read.
  return { channelId, epoch: 1, position: last?.position ?? 0, ordinal: last?.ordinal ?? 0 };
}

/** With so many of the newest messages unread. @param messages ascending by position */
export function withUnread(
  channelId: ChannelId,
  messages: readonly Message[],
  unread: number,
): ArgsOf<'marker.set'> {
  const counted = messages.filter(counts);
  return before(channelId, messages, unread === 0 ? null : (counted.at(-unread) ?? null));
}

/** Everything before that time is read, and everything before one's own last words. */
export function upToMorning(
  channelId: ChannelId,
  messages: readonly Message[],
  userId: string,
  morning: number,
): ArgsOf<'marker.set'> {
  const own = messages.findLast((one) => one.authorId === userId)?.position ?? 0;
  const first = messages.find((one) => one.createdAt >= morning && one.position > own);
  return before(channelId, messages, first ?? null);
}
