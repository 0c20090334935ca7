import type { MessageView } from '../../../../shared/rpc/views.ts';
import { useFormat, useWords } from '../../../i18n/words-context.tsx';
import { Avatar } from '../../../ui/Avatar.tsx';
import type { TextNames } from '../../../text/text-reader.ts';
import { useMessageActions } from './message-actions.ts';
import css from './ThreadLine.module.css';

/** Faces beyond these are not drawn. */
const FACES = 3;

interface Props {
  message: MessageView;
  thread: NonNullable<MessageView['thread']>;
  names: TextNames;
}

/** The replies under a message, and the way to them. */
export function ThreadLine({ message, thread, names }: Props) {
  const t = useWords();
  const format = useFormat();
  const actions = useMessageActions();
  const { replies, lastReplyAt, participants } = thread;
  return (
    <button
      type="button"
      className={css.line}
      tabIndex={-1}
      data-stop
      onClick={() => actions.openThread(message.id)}
    >
      <span className={css.faces}>
        {participants.slice(0, FACES).map((id) => (
          <Avatar key={id} id={id} name={names.people[id] ?? '?'} size="small" />
        ))}
      </span>
      {t('conversation.replies', { n: replies })}
      <small className={css.last}>
        {t('conversation.lastReply', { when: format.when(lastReplyAt, Date.now()) })}
      </small>
    </button>
  );
}
