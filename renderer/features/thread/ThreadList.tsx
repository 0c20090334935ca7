import { useImperativeHandle, useMemo, useRef, type Ref } from 'react';
import type { MessageView } from '../../../shared/rpc/views.ts';
import { useWords } from '../../i18n/words-context.tsx';
import type { Drawing } from '../conversation/list/DayRows.tsx';
import type { MessageListHandle } from '../conversation/list/MessageList.tsx';
import type { ScrollerHandle } from '../conversation/list/MessageScroller.tsx';
import { MessageTools } from '../conversation/list/MessageTools.tsx';
import { layRows } from '../conversation/list/rows.ts';
import { MessageRow } from '../conversation/message/MessageRow.tsx';
import type { ScrollKeeper } from '../conversation/list/scroll-keeper.ts';
import css from './ThreadPanel.module.css';

interface Props {
  channelId: string;
  root: MessageView | null;
  messages: readonly MessageView[];
  /** Position after which the replies are new; null: none is. */
  newAfter: number | null;
  drawing: Omit<Drawing, 'litId' | 'inThread'>;
  onLeave: () => void;
  ref: Ref<MessageListHandle>;
}

/** The first message of a thread and its replies. */
export function ThreadList({ root, messages, newAfter, drawing, onLeave, ref }: Props) {
  const t = useWords();
  const scroller = useRef<ScrollerHandle>(null);
  const placed = useRef(false);
  const rows = useMemo(() => layRows(messages, [], newAfter), [messages, newAfter]);
  const { channelId, names, authors, reader, editingId } = drawing;
  const full = useMemo<Drawing>(
    () => ({ channelId, names, authors, reader, editingId, litId: null, inThread: true }),
    [channelId, names, authors, reader, editingId],
  );
  const find = (id: string): MessageView | undefined =>
    root?.id === id ? root : messages.find((one) => one.id === id);
  const onDrawn = (keeper: ScrollKeeper): boolean => {
    if (placed.current || root === null) return false;
    placed.current = true;
    keeper.toEnd();
    return true;
  };
  useImperativeHandle(ref, () => ({
    lastOwn: () =>
      messages.findLast(
        (one) => one.authorId === reader.id && !one.deleted && one.state !== 'refused',
      ),
    focusMessage: (id) => scroller.current?.focusMessage(id),
    toEnd: () => scroller.current?.keeper()?.toEnd(),
  }));
  const author = root === null ? undefined : authors[root.authorId];
  return (
    <MessageTools
      label={t('thread.messages')}
      days={rows.days}
      drawing={full}
      busy={root === null}
      scroller={scroller}
      find={find}
      onDrawn={onDrawn}
      onState={() => undefined}
      onLeave={onLeave}
    >
      {root === null ? null : (
        <>
          <MessageRow
            message={root}
            run={false}
            author={
              author ?? {
                id: root.authorId,
                name: t('conversation.someone'),
                title: '',
                bot: false,
                off: false,
              }
            }
            names={names}
            reader={reader}
            editing={editingId === root.id}
            lit={false}
            inThread
          />
          <p className={css.count}>{t('conversation.replies', { n: messages.length })}</p>
        </>
      )}
    </MessageTools>
  );
}
