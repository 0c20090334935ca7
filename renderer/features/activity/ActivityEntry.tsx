import {
  AtSign,
  ListChecks,
  Megaphone,
  MessageSquareText,
  SmilePlus,
  UserPlus,
  UsersRound,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { ActivityItem } from '../../../shared/rpc/list-views.ts';
import { goTo } from '../../app/router/router.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import type { Say } from '../../i18n/words.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useNow } from '../../ui/use-now.ts';
import { RichText } from '../../text/RichText.tsx';
import extract from '../../text/extract.module.css';
import type { PageNames } from '../conversation/list/page-names.ts';
import { shownText } from '../conversation/message/shown-text.ts';
import css from './activity.module.css';

const ICONS: Readonly<Record<ActivityItem['type'], ReactNode>> = {
  mention: <AtSign />,
  call: <Megaphone />,
  group: <UsersRound />,
  thread: <MessageSquareText />,
  reaction: <SmilePlus />,
  joined: <UserPlus />,
  task: <ListChecks />,
};

interface Props extends PageNames {
  item: ActivityItem;
  isNew: boolean;
}

/** Goes to what happened: a reply in its thread, anything else in its channel. */
function open({ channelId, messageId, rootId, message, type, task }: ActivityItem): void {
  if (type === 'task') {
    const of = task?.messageId ?? null;
    return of === null ? goTo({ at: 'tasks' }) : goTo({ at: 'channel', channelId, messageId: of });
  }
  const inThread = rootId !== null && message?.broadcast !== true;
  if (inThread) {
    goTo({ at: 'channel', channelId, messageId: rootId }, { show: 'thread', rootId });
  } else goTo({ at: 'channel', channelId, messageId });
}

function wordsOf({ type, count, emoji }: ActivityItem, who: string, t: Say): string {
  if (type !== 'reaction') return t(`activity.${type}`, { who, count });
  if (count === 1) return t('activity.reaction', { who, emoji: emoji ?? '' });
  return t('activity.reactionMore', { who, count: count - 1, emoji: emoji ?? '' });
}

/** One thing that happened: who, what, where, and the words that it is about. */
export function ActivityEntry({ item, names, authors, isNew }: Props) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const [by = ''] = item.userIds;
  const author = authors[by];
  const who = author?.name ?? t('conversation.someone');
  const conversation = item.channelType === 'dm' || item.channelType === 'group';
  return (
    <li>
      <button
        type="button"
        className={classNames(css.entry, isNew && css.isNew)}
        onClick={() => open(item)}
      >
        <span className={css.face}>
          <Avatar id={by} name={who} bot={author?.bot ?? false} />
          <span className={css.kind}>{ICONS[item.type]}</span>
        </span>
        <span className={classNames(extract.main, css.what)}>
          <span className={extract.head}>
            <b className={classNames(extract.name, css.did)} dir="auto">
              {wordsOf(item, who, t)}
            </b>
            {/* Else the name of a conversation goes on with the sentence before it. */}
            <span aria-hidden>·</span>
            <span className={extract.place} dir="auto">
              {conversation ? item.title : `#${item.title}`}
            </span>
            <time
              className={extract.time}
              dateTime={new Date(item.at).toISOString()}
              title={format.full(item.at)}
            >
              {format.moment(item.at, now)}
            </time>
            {isNew ? <span className={extract.new}>{t('activity.new')}</span> : null}
          </span>
          {item.task === null ? (
            <Text item={item} names={names} />
          ) : (
            <span className={css.text} dir="auto">
              {item.task.title}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}

function Text({ item: { message, messageId }, names }: Pick<Props, 'item' | 'names'>) {
  const t = useWords();
  if (messageId === null) return null;
  if (message === null) return <span className={extract.away}>{t('activity.away')}</span>;
  if (message.deleted) return <span className={extract.away}>{t('conversation.deleted')}</span>;
  return (
    <span className={classNames(extract.text, css.text)} inert>
      <RichText text={shownText(message)} names={names} flat />
    </span>
  );
}
