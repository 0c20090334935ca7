import { BellRing, Bookmark, Bot, CornerDownRight, Info, Pin, Trash2 } from 'lucide-react';
import { memo } from 'react';
import type { MessageView } from '../../../../shared/rpc/views.ts';
import { useFormat, useWords } from '../../../i18n/words-context.tsx';
import { Avatar } from '../../../ui/Avatar.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useNow } from '../../../ui/use-now.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { RichText } from '../../../text/RichText.tsx';
import type { TextNames } from '../../../text/text-reader.ts';
import { InlineEdit } from '../../composer/InlineEdit.tsx';
import { FileNames, MessageFiles } from '../../files/MessageFiles.tsx';
import { ForwardedBlock, ForwardedFiles } from '../../forward/ForwardedBlock.tsx';
import { Checklist } from '../../checklists/Checklist.tsx';
import { PollCard } from '../../polls/PollCard.tsx';
import { TaskChip } from '../../tasks/TaskChip.tsx';
import { isUnsent } from '../window/unsent.ts';
import { Attachments } from './Attachments.tsx';
import type { Author } from './author.ts';
import css from './MessageRow.module.css';
import { useMessageActions } from './message-actions.ts';
import { mayReact, mayRemove, type Reader } from './permissions.ts';
import { Previews } from './Previews.tsx';
import { Reactions } from './Reactions.tsx';
import { Refused } from './Refused.tsx';
import { systemWords } from './system-words.ts';
import { ThreadLine } from './ThreadLine.tsx';
import { WaitingMark } from './WaitingMark.tsx';

export interface MessageRowProps {
  message: MessageView;
  /** Follows a message of the same person: no name, no face. */
  run: boolean;
  author: Author;
  names: TextNames;
  reader: Reader;
  editing: boolean;
  /** Was just gone to: its ground fades. */
  lit: boolean;
  /** In a thread's own panel, which shows neither thread lines nor where a reply belongs. */
  inThread: boolean;
}

/** Names only matter where the message says one. */
function needsNames(message: MessageView): boolean {
  const { text, system, reactions, thread, refused, pinned, forwarded } = message;
  const { poll, task, checklist } = message;
  const told = [system, refused, thread, pinned, forwarded, poll, task, checklist];
  return text.includes('<') || told.some((one) => one !== null) || reactions.length > 0;
}

const same = (a: MessageRowProps, b: MessageRowProps): boolean =>
  a.message === b.message &&
  a.run === b.run &&
  a.author === b.author &&
  a.reader === b.reader &&
  a.editing === b.editing &&
  a.lit === b.lit &&
  a.inThread === b.inThread &&
  (a.names === b.names || !needsNames(b.message));

/** One message. It is a stop of the list's arrow keys; what is in it is reached from it by Tab. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { message, run, lit } = props;
  const label = (part: string): string => `${part}-${message.id}`;
  return (
    <article
      className={classNames(
        css.message,
        run && css.run,
        message.system !== null && css.system,
        message.mentionsMe && css.forMe,
        message.state === 'waiting' && css.waiting,
        message.state === 'refused' && css.refused,
        lit && css.lit,
      )}
      data-row={message.id}
      data-message={message.id}
      tabIndex={-1}
      aria-labelledby={`${label('who')} ${label('time')} ${label('body')}`}
    >
      {message.system === null ? <Said {...props} /> : <System {...props} />}
      {/* The tools of the message that is in use are put here. */}
      <div className={css.toolsPlace}>
        <div id={`tools-${message.id}`} className={css.tools} />
      </div>
    </article>
  );
}, same);

function Said({ message, run, author, names, reader, editing, inThread }: MessageRowProps) {
  const t = useWords();
  const format = useFormat();
  const actions = useMessageActions();
  const unsent = isUnsent(message);
  const time = (
    <time
      id={`time-${message.id}`}
      dateTime={new Date(message.createdAt).toISOString()}
      title={format.full(message.createdAt)}
    >
      {format.time(message.createdAt)}
    </time>
  );
  const open = (): void => actions.openPerson(author.id);
  const enclosed = (
    <>
      {message.deleted ? null : <Attachments attachments={message.attachments} />}
      <Previews message={message} mayRemove={mayRemove(reader, message)} />
      {message.files.length === 0 ? null : (
        <MessageFiles files={message.files} mine={message.authorId === reader.id} />
      )}
    </>
  );
  return (
    <>
      <div className={css.gutter}>
        {run ? (
          time
        ) : (
          <button
            type="button"
            className={css.face}
            aria-label={t(author.off ? 'conversation.profileOfOff' : 'conversation.profileOf', {
              name: author.name,
            })}
            tabIndex={-1}
            onClick={open}
          >
            <Avatar
              id={author.id}
              name={author.name}
              bot={author.bot}
              presence={author.off ? 'offline' : null}
              off={author.off}
            />
          </button>
        )}
      </div>
      <div className={css.main}>
        {run ? (
          <VisuallyHidden>
            <span id={`who-${message.id}`}>{author.name}</span>
          </VisuallyHidden>
        ) : (
          <div className={css.who}>
            <button
              id={`who-${message.id}`}
              type="button"
              className={css.name}
              tabIndex={-1}
              data-stop
              onClick={open}
            >
              {author.name}
            </button>
            {author.bot ? <Bot className={css.bot} aria-label={t('people.bot')} /> : null}
            {author.title === '' || inThread ? null : (
              <span className={css.title}>{author.title}</span>
            )}
            {time}
          </div>
        )}
        {message.broadcast && !inThread ? (
          <button
            type="button"
            className={css.fromThread}
            tabIndex={-1}
            data-stop
            onClick={() => actions.openThread(message.rootId ?? message.id)}
          >
            <CornerDownRight aria-hidden data-mirror />
            {t('conversation.repliedInThread')}
          </button>
        ) : null}
        <SavedMark message={message} />
        {message.pinned === null ? null : (
          <p className={css.pinned}>
            <Pin aria-hidden />
            {t('pins.pinnedBy', {
              who: names.people[message.pinned.by] ?? t('conversation.someone'),
            })}
          </p>
        )}
        {message.urgent === null || message.deleted ? null : (
          <p className={css.urgent}>
            <BellRing aria-hidden />
            {t('conversation.urgent', { reason: message.urgent })}
          </p>
        )}
        {editing ? (
          <InlineEdit message={message} names={names} onDone={actions.endEdit} />
        ) : (
          <div id={`body-${message.id}`} className={css.body}>
            <Body message={message} names={names} />
            {message.forwarded === null ? null : (
              <ForwardedBlock forwarded={message.forwarded} names={names} />
            )}
          </div>
        )}
        {message.poll === null ? null : (
          <PollCard
            message={message}
            poll={message.poll}
            names={names}
            mayVote={mayReact(reader, message)}
            mine={message.authorId === reader.id}
          />
        )}
        {message.forwarded === null ? enclosed : <ForwardedFiles>{enclosed}</ForwardedFiles>}
        {message.task === null ? null : (
          <TaskChip
            task={message.task}
            names={names}
            mayWrite={mayReact(reader, message)}
            inMessage
          />
        )}
        {message.checklist === null ? null : (
          <Checklist
            channelId={message.channelId}
            ownerId={message.id}
            list={message.checklist}
            names={names}
            mayWrite={mayReact(reader, message)}
            mayChange={message.task !== null || message.authorId === reader.id}
            inMessage
          />
        )}
        {message.state === 'waiting' ? <WaitingMark /> : null}
        {message.refused === null ? null : (
          <Refused
            refused={message.refused}
            unsent={unsent}
            mayWrite={reader.mayWrite}
            names={names}
          />
        )}
        <Reactions message={message} names={names} mayReact={mayReact(reader, message)} />
        {message.thread === null || inThread ? null : (
          <ThreadLine message={message} thread={message.thread} names={names} />
        )}
      </div>
    </>
  );
}

/** Only the reader sees it. */
function SavedMark({ message: { saved } }: { message: MessageView }) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  if (saved === null) return null;
  const { remindAt } = saved;
  return (
    <p className={css.pinned}>
      <Bookmark aria-hidden />
      {remindAt === null || remindAt <= now
        ? t('saved.mark')
        : t('saved.markAt', { when: format.until(remindAt, now) })}
    </p>
  );
}

function Body({ message, names }: { message: MessageView; names: TextNames }) {
  const t = useWords();
  const format = useFormat();
  const actions = useMessageActions();
  if (message.deleted) {
    return (
      <p className={css.deleted}>
        <Trash2 aria-hidden />
        {t('conversation.deleted')}
      </p>
    );
  }
  const edited =
    message.editedAt === null ? undefined : message.revisions > 0 ? (
      <>
        {' '}
        <button
          type="button"
          className={css.edited}
          title={format.full(message.editedAt)}
          aria-label={`${t('conversation.edited')} ${t('history.menu')}`}
          tabIndex={-1}
          data-stop
          onClick={() => actions.history(message)}
        >
          {t('conversation.edited')}
        </button>
      </>
    ) : (
      <span className={css.edited} title={format.full(message.editedAt)}>
        {' '}
        {t('conversation.edited')}
      </span>
    );
  const attached = message.attachments.length + message.files.length;
  const alone = attached > 0 || message.forwarded !== null;
  if (message.text === '' && alone) return <FileNames files={message.files} />;
  return <RichText text={message.text} names={names} after={edited} />;
}

function System({ message, author, names }: MessageRowProps) {
  const t = useWords();
  const format = useFormat();
  if (message.system === null) return null;
  const nameOf = (id: string): string => names.people[id] ?? t('conversation.someone');
  return (
    <>
      <div className={css.gutter}>
        <Info aria-hidden />
      </div>
      <p className={css.event}>
        <span id={`body-${message.id}`}>
          {systemWords(message.system, author.name, nameOf, t, format)}
        </span>{' '}
        <time
          id={`time-${message.id}`}
          dateTime={new Date(message.createdAt).toISOString()}
          title={format.full(message.createdAt)}
        >
          {format.time(message.createdAt)}
        </time>
      </p>
    </>
  );
}
