import {
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  type Ref,
} from 'react';
import type { ActiveMessage } from './active-message.ts';
import { DayRows, type Drawing } from './DayRows.tsx';
import css from './MessageScroller.module.css';
import { RovingFocus } from './roving-focus.ts';
import type { Day } from './rows.ts';
import type { ScrollKeeper, ScrollState } from './scroll-keeper.ts';
import { useScrollKeeper } from './use-scroll-keeper.ts';

/** Messages that a page key moves over. */
const PAGE_STEP = 10;

export interface ScrollerHandle {
  readonly keeper: () => ScrollKeeper | null;
  /** Puts the focus on a message. */
  focusMessage(id: string): void;
  /** Makes a message the one that Tab comes to. */
  stopAt(id: string): void;
}

interface Props {
  label: string;
  days: readonly Day[];
  drawing: Drawing;
  active: ActiveMessage;
  busy: boolean;
  /** Above the first day. */
  children?: ReactNode;
  /** What a row takes in (see MessageToolbar): here, so that its events are the row's too. */
  tools: ReactNode;
  ref: Ref<ScrollerHandle>;
  /** The rows have been drawn: true where this put the list somewhere, so that it need not be kept. */
  onDrawn: (keeper: ScrollKeeper) => boolean;
  onState: (state: ScrollState) => void;
  /** A key on a focused message; true where it was one of the list's. */
  onMessageKey: (messageId: string, event: KeyboardEvent<HTMLElement>) => boolean;
  onMessageMenu: (messageId: string, event: MouseEvent<HTMLElement>) => void;
  /** Leaves the list for the composer. */
  onLeave: () => void;
}

const rowOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-message]') : null;

/** Days of messages that scroll, with one tab stop and the arrow keys between messages. */
export function MessageScroller(props: Props) {
  const { label, days, drawing, active, busy, children, tools, ref, onDrawn } = props;
  const { scroller, content, keeper } = useScrollKeeper(props.onState);
  const roving = useRef<RovingFocus>(null);
  const drawn = useEffectEvent(() => {
    if (keeper.current === null || content.current === null) return;
    roving.current ??= new RovingFocus(content.current);
    roving.current.settle();
    if (!onDrawn(keeper.current)) keeper.current.keep();
  });
  useLayoutEffect(() => drawn());
  const find = (id: string) =>
    content.current?.querySelector<HTMLElement>(`[data-message="${id}"]`);
  useImperativeHandle(ref, () => ({
    keeper: () => keeper.current,
    focusMessage(id) {
      const row = find(id);
      if (row !== null && row !== undefined) focus(row);
    },
    stopAt(id) {
      const row = find(id);
      if (row !== null && row !== undefined) roving.current?.stopAt(row);
    },
  }));

  const focus = (row: HTMLElement): void => {
    row.focus({ preventScroll: true });
    keeper.current?.reveal(row);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const row = rowOf(event.target);
    if (row === null || event.defaultPrevented) return;
    if (event.target !== row) {
      // From something within the message back to the message.
      const leaves = event.key === 'Escape' && !(event.target instanceof HTMLTextAreaElement);
      if (!leaves) return;
      event.preventDefault();
      focus(row);
      return;
    }
    const by = stepOf(event.key);
    if (by !== 0 && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const next = roving.current?.step(row, by);
      if (next !== null && next !== undefined) focus(next);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      props.onLeave();
    } else {
      const id = row.dataset['message'] ?? '';
      // After a click somebody types, and means the composer: see use-typing-finds.ts.
      if (active.isFocused(id) && props.onMessageKey(id, event)) event.preventDefault();
    }
  };

  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const row = rowOf(event.target);
    if (row === null) return;
    roving.current?.focused(row);
    if (event.target.matches(':focus-visible')) active.focused(row.dataset['message'] ?? null);
  };

  const onBlur = (event: FocusEvent<HTMLElement>): void => {
    const row = rowOf(event.target);
    if (row === null || row.contains(event.relatedTarget)) return;
    roving.current?.left(row);
    active.blurred(row.dataset['message'] ?? null);
  };

  const onPointerOver = (event: PointerEvent<HTMLElement>): void => {
    active.set(rowOf(event.target)?.dataset['message'] ?? null);
  };

  const onContextMenu = (event: MouseEvent<HTMLElement>): void => {
    const row = rowOf(event.target);
    // The browser's own menu is the better one for a selection and for what is typed.
    if (row === null || event.target instanceof HTMLTextAreaElement) return;
    if (getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    props.onMessageMenu(row.dataset['message'] ?? '', event);
  };

  return (
    <div ref={scroller} className={css.scroller}>
      <div
        ref={content}
        className={css.content}
        role="log"
        aria-label={label}
        // What is new is told by use-announce.ts: history that is loaded would be told too.
        aria-live="off"
        aria-busy={busy}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={onBlur}
        onPointerOver={onPointerOver}
        onPointerLeave={() => active.set(null)}
        onContextMenu={onContextMenu}
      >
        {children}
        {days.map((day) => (
          <DayRows key={day.key} day={day} drawing={drawing} />
        ))}
        {tools}
      </div>
    </div>
  );
}

function stepOf(key: string): number {
  switch (key) {
    case 'ArrowUp':
      return -1;
    case 'ArrowDown':
      return 1;
    case 'PageUp':
      return -PAGE_STEP;
    case 'PageDown':
      return PAGE_STEP;
    case 'Home':
      return Number.NEGATIVE_INFINITY;
    case 'End':
      return Number.POSITIVE_INFINITY;
    default:
      return 0;
  }
}
