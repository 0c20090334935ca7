import { Forward } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ForwardedView } from '../../../shared/rpc/views.ts';
import { hrefOf } from '../../app/router/router.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { RichText } from '../../text/RichText.tsx';
import type { TextNames } from '../../text/text-reader.ts';
import css from './Forward.module.css';

interface Props {
  forwarded: ForwardedView;
  names: TextNames;
}

/**
 * What a message hands on: who said it, where and when. Its place has a name, and a way there, only
 * for those who are in it.
 */
export function ForwardedBlock({ forwarded, names }: Props) {
  const t = useWords();
  const format = useFormat();
  const { authorId, channelId, messageId, text, createdAt, mine } = forwarded;
  const channel = mine ? (names.channels[channelId]?.name ?? '') : '';
  return (
    <div className={css.handed}>
      <p className={css.from}>
        <Forward aria-hidden data-mirror />
        <span dir="auto">
          {channel === ''
            ? t('forward.fromTalk')
            : t('forward.fromChannel', { channel: `#${channel}` })}
        </span>
        <b className={css.author} dir="auto">
          {names.people[authorId] ?? t('conversation.someone')}
        </b>
        <time dateTime={new Date(createdAt).toISOString()} title={format.full(createdAt)}>
          {format.day(createdAt)}
        </time>
        {mine ? (
          <a href={hrefOf({ at: 'channel', channelId, messageId })} tabIndex={-1} data-stop>
            {t('forward.open')}
          </a>
        ) : null}
      </p>
      {text === '' ? null : <RichText text={text} names={names} />}
    </div>
  );
}

/** The files and pages of what is handed on, beside the same edge. */
export const ForwardedFiles = ({ children }: { children: ReactNode }) => (
  <div className={css.files}>{children}</div>
);
