import type { Message } from '../../../shared/domain/kinds/message.ts';
import type { NoticeView } from '../../../shared/rpc/notice-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from '../views/channels.ts';
import type { MessageViews } from '../views/message-view.ts';
import { namedIn } from '../views/named.ts';
import type { People } from '../views/people.ts';
import type { Detail } from './detail.ts';
import { noticeIdOf, type Told } from './standing.ts';

export interface MessageNoticeOptions {
  cache: Cache;
  people: People;
  channels: Channels;
  views: MessageViews;
  detail: Detail;
}

type Words = Pick<
  Extract<NoticeView, { type: 'message' }>,
  'author' | 'place' | 'text' | 'people' | 'channels'
>;

/** What a notice of a message may say; undefined: the message is not here. */
export function wordsOf(
  { people, channels, views, detail }: Omit<MessageNoticeOptions, 'cache'>,
  channelId: string,
  message: Message | undefined,
): Words {
  const channel = channels.row(channelId);
  // It may stand on a locked screen.
  if (message === undefined || channel === undefined || detail.now === 'nothing') {
    return { author: null, place: null, text: null, people: {}, channels: {} };
  }
  const who = {
    author: people.view(message.authorId)?.displayName ?? null,
    place: channel.type === 'dm' ? null : channels.title(channel),
  };
  if (detail.now === 'names') return { ...who, text: null, people: {}, channels: {} };
  const named = namedIn(views.views(channelId, [message]));
  return {
    ...who,
    text: message.text || (message.forward?.text ?? ''),
    people: people.views(named.people),
    channels: channels.names(named.channels),
  };
}

/** The notice of all that is unread and was told of one conversation, or of one thread. */
export function messageNotice(options: MessageNoticeOptions, told: readonly Told[]): NoticeView {
  const last = told.at(-1)!;
  const { channelId, root: rootId, id: messageId, position } = last;
  const message = options.cache.rows.message(messageId);
  return {
    ...{ type: 'message', id: noticeIdOf(last), channelId, rootId, messageId, position },
    count: told.length,
    // The reason is part of the words.
    urgent: message?.urgent !== undefined,
    ...wordsOf(options, channelId, message),
  };
}
