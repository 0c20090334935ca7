import { Bookmark, BookmarkCheck, Ellipsis, MessageSquareText, SmilePlus } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import type { MessageView } from '../../../../shared/rpc/views.ts';
import { useWords } from '../../../i18n/words-context.tsx';
import { useQuickEmoji } from '../../emoji/use-frequent.ts';
import type { ActiveMessage } from '../list/active-message.ts';
import { useMessageActions } from './message-actions.ts';
import css from './MessageToolbar.module.css';
import { mayReact, maySave, threadOf, type Reader } from './permissions.ts';

/** Emoji that are one press away. */
const QUICK = 2;

interface Props {
  active: ActiveMessage;
  find: (id: string) => MessageView | undefined;
  reader: Reader;
  inThread: boolean;
  editingId: string | null;
  onPick: (message: MessageView, beside: HTMLElement) => void;
  onMore: (message: MessageView, beside: HTMLElement) => void;
}

/** The tools of the message that is in use, put into its row: one toolbar for the whole list. */
export function MessageToolbar({ active, find, editingId, ...rest }: Props) {
  const id = useSyncExternalStore(active.subscribe, active.id);
  const message = id === null ? undefined : find(id);
  const slot = message === undefined ? null : document.getElementById(`tools-${message.id}`);
  if (message === undefined || slot === null) return null;
  // What is being written or was refused has its own buttons.
  if (message.state === 'refused' || message.id === editingId) return null;
  return createPortal(<Tools key={message.id} message={message} slot={slot} {...rest} />, slot);
}

function Tools({
  message,
  slot,
  reader,
  inThread,
  onPick,
  onMore,
}: Omit<Props, 'active' | 'find' | 'editingId'> & { message: MessageView; slot: HTMLElement }) {
  const t = useWords();
  const actions = useMessageActions();
  const quick = useQuickEmoji(QUICK);
  const root = threadOf(message);
  // Under the pointer alone, Tab passes them by: it comes to the message first (see RovingFocus).
  const [tabIndex] = useState(() => (inFocus(slot) ? 0 : -1));
  const tool = { type: 'button', className: css.tool, tabIndex, 'data-stop': true } as const;
  return (
    <div
      className={css.tools}
      role="toolbar"
      aria-label={t('conversation.tools')}
      // A press leaves the focus where one writes, and it is there again when the picker closes.
      onMouseDown={(event) => event.preventDefault()}
    >
      {mayReact(reader, message) ? (
        <>
          {quick.map((emoji) => {
            const mine = message.reactions.some((one) => one.emoji === emoji && one.mine);
            return (
              <button
                key={emoji}
                {...tool}
                aria-label={t('conversation.reactWith', { emoji })}
                aria-pressed={mine}
                title={t('conversation.reactWith', { emoji })}
                onClick={() => actions.react(message, emoji, !mine)}
              >
                <span className={css.emoji} aria-hidden>
                  {emoji}
                </span>
              </button>
            );
          })}
          <button
            {...tool}
            aria-label={t('conversation.addReaction')}
            title={t('conversation.addReaction')}
            onClick={(event) => onPick(message, event.currentTarget)}
          >
            <SmilePlus />
          </button>
        </>
      ) : null}
      {root === null || inThread ? null : (
        <button
          {...tool}
          aria-label={t('conversation.replyInThread')}
          title={t('conversation.replyInThread')}
          onClick={() => actions.openThread(root)}
        >
          <MessageSquareText />
        </button>
      )}
      {maySave(message) ? (
        <button
          {...tool}
          aria-label={t('saved.save')}
          aria-pressed={message.saved !== null}
          title={t('saved.save')}
          onClick={() => actions.save(message, message.saved === null)}
        >
          {message.saved === null ? <Bookmark /> : <BookmarkCheck />}
        </button>
      ) : null}
      <button
        {...tool}
        aria-label={t('conversation.more')}
        title={t('conversation.more')}
        aria-haspopup="menu"
        onClick={(event) => onMore(message, event.currentTarget)}
      >
        <Ellipsis />
      </button>
    </div>
  );
}

const inFocus = (slot: HTMLElement): boolean =>
  slot.closest('[data-message]')?.contains(document.activeElement) === true;
