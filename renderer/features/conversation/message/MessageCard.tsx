import { CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MessageView, PersonView } from '../../../../shared/rpc/views.ts';
import { hrefOf } from '../../../app/router/router.ts';
import { useFormat, useWords } from '../../../i18n/words-context.tsx';
import { RichText } from '../../../text/RichText.tsx';
import { TextReaderProvider, type TextNames } from '../../../text/text-reader.ts';
import extract from '../../../text/extract.module.css';
import { Avatar } from '../../../ui/Avatar.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useNow } from '../../../ui/use-now.ts';
import { AttachedLines } from '../../files/AttachedLines.tsx';
import { useTextReader } from '../use-text-reader.ts';
import css from './MessageCard.module.css';
import { saidWords } from './shown-text.ts';

interface Props {
  channelId: string;
  messageId: string;
  /** Null where it cannot be shown; `away` says why. */
  message: MessageView | null;
  author: PersonView | undefined;
  names: TextNames;
  away: string;
  /** Where it was said, in a list across conversations. */
  place?: string;
  /** A quiet line below it. */
  note?: ReactNode;
  tools: ReactNode;
}

/** A message in a list beside its conversation. All of it leads to its place there. */
export function MessageCard(props: Props) {
  const { channelId, messageId, message, author, names, away, place, note, tools } = props;
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const textReader = useTextReader();
  const name = author?.displayName ?? t('conversation.someone');
  const href = hrefOf({ at: 'channel', channelId, messageId });
  const id = `card-${messageId}`;
  if (message === null) {
    return (
      <li className={css.card}>
        <CloudOff className={css.awayIcon} aria-hidden />
        <div className={extract.main}>
          {place === undefined ? null : (
            <div className={extract.head}>
              <span className={extract.place} dir="auto">
                {place}
              </span>
            </div>
          )}
          <p className={extract.away}>{away}</p>
          {note === undefined ? null : <p className={css.note}>{note}</p>}
        </div>
        <div className={css.tools}>{tools}</div>
      </li>
    );
  }
  const words = saidWords(message);
  return (
    <li className={css.card}>
      <Avatar id={message.authorId} name={name} size="medium" bot={author?.bot ?? false} />
      <div className={extract.main}>
        <div className={extract.head}>
          <a
            href={href}
            className={classNames(extract.name, css.name)}
            aria-describedby={id}
            aria-label={t('conversation.goTo', { who: name })}
          >
            {name}
          </a>
          {place === undefined ? null : (
            <span className={extract.place} dir="auto">
              {place}
            </span>
          )}
          <time
            className={extract.time}
            dateTime={new Date(message.createdAt).toISOString()}
            title={format.full(message.createdAt)}
          >
            {format.moment(message.createdAt, now)}
          </time>
        </div>
        <div id={id} className={css.said}>
          {words === '' ? null : (
            <div className={extract.text} inert>
              <TextReaderProvider value={textReader}>
                <RichText text={words} names={names} flat />
              </TextReaderProvider>
            </div>
          )}
          <AttachedLines links={message.attachments} files={message.files} />
        </div>
        {note === undefined ? null : <p className={css.note}>{note}</p>}
      </div>
      <div className={css.tools}>{tools}</div>
    </li>
  );
}
