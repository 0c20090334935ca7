import type { ChannelId, MessageId } from '../../../shared/domain/ids.ts';
import { plainText } from '../../../shared/domain/plain-text.ts';
import type { NoticeView } from '../../../shared/rpc/notice-views.ts';
import type { GroupView } from '../../../shared/rpc/views.ts';
import type { NativeNotice } from '../../../shared/rpc/shell-api.ts';
import { hrefOf } from '../../app/router/router.ts';
import type { Say } from '../../i18n/words.ts';

export interface NoticeWords {
  id: string;
  title: string;
  body: string;
  /** A path inside the app. */
  link: string;
}

type Groups = readonly Pick<GroupView, 'id' | 'name'>[];

/**
 * What a notice says in the person's language, and where a click on it leads. `workspace`: where
 * there are several, of which it comes. `groups`: those that a text may call.
 */
export function noticeWords(
  notice: NoticeView,
  t: Say,
  workspace: string | null = null,
  groups: Groups = [],
): NoticeWords {
  const words = ownWords(notice, t, groups);
  if (workspace === null) return words;
  return { ...words, title: t('workspaces.notice', { title: words.title, workspace }) };
}

function ownWords(notice: NoticeView, t: Say, groups: Groups): NoticeWords {
  const { id } = notice;
  // A path inside the app, without the `#` of the page's address.
  const home = hrefOf({ at: 'home' }).slice(1);
  if (notice.type === 'many') {
    return { id, title: t('notices.many', notice), body: '', link: home };
  }
  if (notice.type === 'summary') {
    const key = notice.mentions > 0 ? 'notices.summary' : 'notices.summaryMessages';
    return { id, title: t('notices.summaryTitle'), body: t(key, notice), link: home };
  }
  if (notice.type === 'task') {
    const { channelId, messageId, title, place } = notice;
    const at =
      messageId === null
        ? hrefOf({ at: 'tasks' })
        : hrefOf({ at: 'channel', channelId, messageId });
    const says = title === null ? t('notices.taskHidden') : t('notices.task', { title });
    return { id, title: says, body: place ?? '', link: at.slice(1) };
  }
  const { channelId, messageId, text, place } = notice;
  const link = hrefOf({ at: 'channel', channelId, messageId }).slice(1);
  const reminder = notice.type === 'reminder';
  if (notice.author === null && text === null) {
    const title = reminder
      ? t('notices.reminderHidden')
      : t('notices.hidden', { count: notice.count });
    return { id, title, body: '', link };
  }
  const someone = t('switcher.someone');
  const author = notice.author ?? someone;
  const names = {
    person: (of: string) => notice.people[of]?.displayName,
    channel: (of: string) => notice.channels[of]?.name,
    group: (of: string) => groups.find(({ id: group }) => group === of)?.name,
    someone,
  };
  const said = text === null ? '' : plainText(text, names, 300);
  if (reminder) {
    const title = place === null ? author : t('switcher.in', { name: author, place });
    return { id, title: t('notices.reminder', { title }), body: said, link };
  }
  const { count, urgent } = notice;
  const title = titleOf(count, author, place, t);
  // The sender of the last one stands before the words where the title does not name them.
  const named = count > 1 && place !== null;
  return {
    id,
    title: urgent ? t('notices.urgent', { title }) : title,
    body: said === '' ? (named ? author : '') : named ? t('notices.said', { author, said }) : said,
    link,
  };
}

/** Several messages of one conversation are one notification. */
function titleOf(count: number, author: string, place: string | null, t: Say): string {
  if (count > 1) {
    return place === null
      ? t('notices.newFrom', { count, author })
      : t('notices.newIn', { count, place });
  }
  return place === null ? author : t('switcher.in', { name: author, place });
}

/** Whether a notice can be answered in place: not one that does not say what it is about. */
export function noticeAnswer(notice: NoticeView, t: Say): NativeNotice['answer'] {
  if (notice.type !== 'message' || notice.author === null) return null;
  const { channelId, rootId, position } = notice;
  return {
    ...{ channelId: channelId as ChannelId, rootId: rootId as MessageId | null, position },
    ...{ reply: t('notices.reply'), read: t('notices.markRead') },
  };
}
