import {
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import type { MessageView } from '../../../../shared/rpc/views.ts';
import { useMessageActions } from '../message/message-actions.ts';
import { MessageMenu, type MenuPlace } from '../message/MessageMenu.tsx';
import { MessageToolbar } from '../message/MessageToolbar.tsx';
import {
  mayEdit,
  mayForward,
  mayPin,
  mayReact,
  mayRemove,
  maySave,
  threadOf,
} from '../message/permissions.ts';
import { isUnsent } from '../window/unsent.ts';
import { ActiveMessage } from './active-message.ts';
import type { Drawing } from './DayRows.tsx';
import { MessageScroller, type ScrollerHandle } from './MessageScroller.tsx';
import type { Day } from './rows.ts';
import type { ScrollKeeper, ScrollState } from './scroll-keeper.ts';

interface Props {
  label: string;
  days: readonly Day[];
  drawing: Drawing;
  busy: boolean;
  scroller: RefObject<ScrollerHandle | null>;
  find: (id: string) => MessageView | undefined;
  onDrawn: (keeper: ScrollKeeper) => boolean;
  onState: (state: ScrollState) => void;
  onLeave: () => void;
  children?: ReactNode;
}

/** A list of messages with what can be done to them: by toolbar, by menu and by key. */
export function MessageTools(props: Props) {
  const { drawing, scroller, find } = props;
  const { reader, inThread } = drawing;
  const actions = useMessageActions();
  const [active] = useState(() => new ActiveMessage());
  const [menu, setMenu] = useState<{ message: MessageView; place: MenuPlace } | null>(null);

  const openMenu = (message: MessageView, place: MenuPlace): void => {
    active.set(message.id);
    active.pin('menu');
    setMenu({ message, place });
  };
  const closeMenu = (): void => {
    active.unpin('menu');
    setMenu(null);
  };

  const pickReaction = (message: MessageView, beside: HTMLElement): void => {
    active.set(message.id);
    active.pin('picker');
    actions.pickReaction(message, beside, () => active.unpin('picker'));
  };

  const onMessageKey = (id: string, event: KeyboardEvent<HTMLElement>): boolean => {
    const message = find(id);
    if (message === undefined || event.altKey) return false;
    const command = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (command) {
      if (key !== 'c' || getSelection()?.isCollapsed === false) return false;
      actions.copyText(message.text);
      return true;
    }
    const root = threadOf(message);
    switch (key) {
      case 'r':
      case 'enter':
        if (root === null || inThread) return false;
        actions.openThread(root);
        return true;
      case 'e':
        if (!mayEdit(reader, message)) return false;
        actions.edit(message);
        return true;
      case '+':
        if (!mayReact(reader, message)) return false;
        pickReaction(
          message,
          event.currentTarget.querySelector<HTMLElement>(`#tools-${id}`) ?? event.currentTarget,
        );
        return true;
      case 'u':
        if (isUnsent(message) || inThread) return false;
        actions.markUnread(message);
        return true;
      case 'a':
        if (!maySave(message)) return false;
        actions.save(message, message.saved === null);
        return true;
      case 'q':
        if (isUnsent(message) || message.text === '' || !mayReact(reader, message)) return false;
        actions.quote(message);
        return true;
      case 'f':
        if (!mayForward(message)) return false;
        actions.forward(message);
        return true;
      case 'h':
        if (message.revisions === 0) return false;
        actions.history(message);
        return true;
      case 't':
        if (!mayPin(reader, message)) return false;
        actions.makeTask(message);
        return true;
      case 'p':
        if (!mayPin(reader, message)) return false;
        actions.pin(message, message.pinned === null);
        return true;
      case 'delete':
      case 'backspace':
        if (!mayRemove(reader, message)) return false;
        actions.remove(message);
        return true;
      case 'c':
        actions.copyText(message.text);
        return true;
      default:
        return false;
    }
  };
  const onMessageMenu = (id: string, event: MouseEvent<HTMLElement>): void => {
    const message = find(id);
    const row = document.getElementById(`tools-${id}`);
    if (message === undefined || message.state === 'refused') return;
    // From the keyboard there is no point to open it at.
    const byKey = event.clientX === 0 && event.clientY === 0 && row !== null;
    openMenu(message, byKey ? { beside: row } : { x: event.clientX, y: event.clientY });
  };
  return (
    <>
      <MessageScroller
        ref={scroller}
        label={props.label}
        days={props.days}
        drawing={drawing}
        active={active}
        busy={props.busy}
        onDrawn={props.onDrawn}
        onState={props.onState}
        onLeave={props.onLeave}
        onMessageKey={onMessageKey}
        onMessageMenu={onMessageMenu}
        tools={
          <MessageToolbar
            active={active}
            reader={reader}
            inThread={inThread}
            editingId={drawing.editingId}
            find={find}
            onPick={pickReaction}
            onMore={(message, beside) => openMenu(message, { beside })}
          />
        }
      >
        {props.children}
      </MessageScroller>
      {menu === null ? null : (
        <MessageMenu
          {...menu}
          reader={reader}
          inThread={inThread}
          onPick={(message) => {
            // What the menu stands beside may go with it.
            const row = document.getElementById(`tools-${message.id}`);
            if (row !== null) pickReaction(message, row);
          }}
          onClose={closeMenu}
        />
      )}
    </>
  );
}
