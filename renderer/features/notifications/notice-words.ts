import { plainText } from '../../../shared/domain/plain-text.ts';
import type { GroupView, NoticeView } from '../../../shared/rpc/views.ts';
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
    if (title === null) return { id, title: t('notices.taskHidden'), body: '', link: at.slice(1) };
    const body = place === null ? '' : place;
    return { id, title: t('notices.task', { title }), body, link: at.slice(1) };
  }
  const { channelId, messageId, text, place } = notice;
  const link = hrefOf({ at: 'channel', channelId, messageId }).slice(1);
  const reminder = notice.type === 'reminder';
  if (text === null) {
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
  const title = place === null ? author : t('switcher.in', { name: author, place });
  return {
    id,
    title: reminder
      ? t('notices.reminder', { title })
      : notice.urgent
        ? t('notices.urgent', { title })
        : title,
    body: [
      plainText(text, names, 300),
      ...(!reminder && notice.count > 1 ? [t('notices.more', { count: notice.count - 1 })] : []),
    ].join('\n'),
    link,
  };
}
