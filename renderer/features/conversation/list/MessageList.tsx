import {
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type Ref,
} from 'react';
import type {
  ChannelView,
  MessagePage,
  MessageView,
  PersonView,
} from '../../../../shared/rpc/views.ts';
import { useCore } from '../../../app/core/core-context.tsx';
import { useWords } from '../../../i18n/words-context.tsx';
import { notify } from '../../../ui/notices.ts';
import type { Reader } from '../message/permissions.ts';
import { isUnsent } from '../window/unsent.ts';
import type { MessageWindow, OpenAt } from '../window/message-window.ts';
import { useWindowView } from '../window/use-message-window.ts';
import { ChannelStart } from './ChannelStart.tsx';
import { HoleRow } from './HoleRow.tsx';
import { JumpButton } from './JumpButton.tsx';
import css from './MessageList.module.css';
import { MessageTools } from './MessageTools.tsx';
import { layRows } from './rows.ts';
import type { ScrollKeeper, ScrollState } from './scroll-keeper.ts';
import type { ScrollerHandle } from './MessageScroller.tsx';
import { useAnnounce } from './use-announce.ts';
import { useLoadAhead } from './use-load-ahead.ts';
import { usePageNames } from './use-page-names.ts';
import { useWindowFocus } from './use-window-focus.ts';

/** Further from the end than this the way back is offered, px. */
const FAR = 240;
/** Where on the screen the list puts what it was sent to, as a fraction of its height. */
const AT_NEW = 0.2;
const AT_MESSAGE = 0.3;

export interface MessageListHandle {
  /** The reader's last message that they may edit. */
  lastOwn(): MessageView | undefined;
  focusMessage(id: string): void;
  toEnd(): void;
}

interface Props {
  channel: ChannelView | undefined;
  channelId: string;
  messageId: string | null;
  window: MessageWindow;
  me: PersonView | undefined;
  reader: Reader;
  editingId: string | null;
  onLeave: () => void;
  ref: Ref<MessageListHandle>;
}

const lastSent = (page: MessagePage): number | null =>
  page.messages.findLast((one) => !isUnsent(one))?.position ?? null;

/** The messages of a channel. */
export function MessageList(props: Props) {
  const { channel, channelId, messageId, window, me, reader, editingId, onLeave, ref } = props;
  const t = useWords();
  const core = useCore();
  const { page, goTo, newAfter } = useWindowView(window);
  const { names, authors } = usePageNames(page, me);
  const scroller = useRef<ScrollerHandle>(null);
  const placedFor = useRef<OpenAt | 'left' | null>(null);
  // Until the list stands somewhere, nothing of it has been seen.
  const [end, setEnd] = useState({ atEnd: false, far: false });
  const [litId, setLitId] = useState<string | null>(null);
  const inFront = useWindowFocus();
  const loadAhead = useLoadAhead(window);
  useAnnounce(page, reader.id);

  const rows = useMemo(
    () => layRows(page?.messages ?? [], page?.holes ?? [], newAfter),
    [page, newAfter],
  );

  // Comes and goes with the channel; the key of this component is the channel.
  useLayoutEffect(() => {
    window.enter(messageId);
  }, [window, messageId]);
  const leave = useEffectEvent(() => {
    const keeper = scroller.current?.keeper();
    if (keeper !== null && keeper !== undefined) window.leave(keeper.leftAt());
  });
  useLayoutEffect(() => () => leave(), []);

  const place = (keeper: ScrollKeeper, to: OpenAt): void => {
    if (to.from === 'message' && to.back === true && window.left !== null) {
      if (!keeper.backTo(window.left)) keeper.toEnd();
    } else if (to.from === 'message') {
      if (keeper.toRow(to.messageId, AT_MESSAGE)) {
        setLitId(to.messageId);
        scroller.current?.stopAt(to.messageId);
      } else {
        keeper.toEnd();
        notify(t('conversation.notHere'));
      }
    } else if (to.from === 'newest' || !keeper.toRow('new', AT_NEW)) keeper.toEnd();
  };
  const onDrawn = (keeper: ScrollKeeper): boolean => {
    if (page === null) return true;
    // Also before a hole: what fills it comes in sight, as all that is new does.
    keeper.mayStick(page.lastHere);
    if (goTo !== null && placedFor.current !== goTo) {
      placedFor.current = goTo;
      place(keeper, goTo);
      return true;
    }
    if (placedFor.current === null) {
      placedFor.current = 'left';
      if (window.left === null || !keeper.backTo(window.left)) keeper.toEnd();
      return true;
    }
    return false;
  };
  const onState = ({ atEnd, above, below }: ScrollState): void => {
    if (page === null) return;
    window.follow(atEnd && page.lastHere);
    loadAhead({ above, below });
    const far = below > FAR || !page.atNewest;
    if (atEnd !== end.atEnd || far !== end.far) setEnd({ atEnd, far });
  };

  // What is on the screen of a window in front counts as read, unless it is to stay unread.
  const reading = inFront && end.atEnd && page?.atNewest === true;
  useEffect(() => {
    window.read(reading);
    if (!reading || page === null || page.unreadAfter === null || window.keptUnread) return;
    const position = lastSent(page);
    if (position !== null) core.markRead({ channelId, position }).catch(reportError);
  }, [reading, page, window, core, channelId]);

  useImperativeHandle(ref, () => ({
    lastOwn: () =>
      page?.messages.findLast(
        (one) =>
          one.authorId === reader.id &&
          one.system === null &&
          !one.deleted &&
          one.state !== 'refused',
      ),
    focusMessage: (id) => scroller.current?.focusMessage(id),
    toEnd: () => scroller.current?.keeper()?.toEnd(),
  }));

  const drawing = useMemo(
    () => ({ channelId, names, authors, reader, editingId, litId, inThread: false }),
    [channelId, names, authors, reader, editingId, litId],
  );
  return (
    <div className={css.list}>
      <MessageTools
        label={t('conversation.messages')}
        days={rows.days}
        drawing={drawing}
        busy={page === null}
        scroller={scroller}
        find={(id) => page?.messages.find((one) => one.id === id)}
        onDrawn={onDrawn}
        onState={onState}
        onLeave={onLeave}
      >
        {page?.atOldest === true && channel !== undefined ? (
          <ChannelStart channel={channel} empty={page.messages.length === 0} />
        ) : null}
        {rows.before.map((hole) => (
          <HoleRow key={hole.before} channelId={channelId} hole={hole} />
        ))}
      </MessageTools>
      {page !== null && end.far ? (
        <JumpButton channelId={channelId} onJump={() => window.jumpToNewest()} />
      ) : null}
    </div>
  );
}
