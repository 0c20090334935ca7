import { Trash2 } from 'lucide-react';
import type { MessageView } from '../../../shared/rpc/views.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { useNow } from '../../ui/use-now.ts';
import { RichText } from '../../text/RichText.tsx';
import type { TextNames } from '../../text/text-reader.ts';
import { WaitingMark } from '../conversation/message/WaitingMark.tsx';
import type { Author } from '../conversation/message/author.ts';
import { shownText } from '../conversation/message/shown-text.ts';
import extract from '../../text/extract.module.css';
import css from './threads.module.css';

interface Props {
  message: MessageView;
  author: Author | undefined;
  names: TextNames;
  /** Said by others, and not seen yet. */
  isNew: boolean;
}

/** A message as a card shows it: to be read, not to be worked with. */
export function CardMessage({ message, author, names, isNew }: Props) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const name = author?.name ?? t('conversation.someone');
  return (
    <div className={css.message}>
      <Avatar id={message.authorId} name={name} size="medium" bot={author?.bot ?? false} />
      <div className={extract.main}>
        <div className={extract.head}>
          <b className={extract.name} dir="auto">
            {name}
          </b>
          <time
            dateTime={new Date(message.createdAt).toISOString()}
            title={format.full(message.createdAt)}
          >
            {format.moment(message.createdAt, now)}
          </time>
          {isNew ? <span className={extract.new}>{t('thread.newMark')}</span> : null}
        </div>
        <div className={css.text}>
          <Words message={message} names={names} />
        </div>
        {message.state === 'waiting' ? <WaitingMark /> : null}
      </div>
    </div>
  );
}

function Words({ message, names }: Pick<Props, 'message' | 'names'>) {
  const t = useWords();
  if (message.deleted) {
    return (
      <p className={css.deleted}>
        <Trash2 aria-hidden />
        {t('conversation.deleted')}
      </p>
    );
  }
  return <RichText text={shownText(message)} names={names} />;
}
