import { useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { Menu as AriaMenu, Popover } from 'react-aria-components';
import css from './Menu.module.css';

interface At {
  x: number;
  y: number;
}

/**
 * A menu at the pointer, or at the focused thing when it comes from the keyboard (the browser sends
 * `contextmenu` for Shift+F10 and the menu key as well).
 */
export function useContextMenu(label: string, items: ReactNode) {
  const [at, setAt] = useState<At | null>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const open = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    const byKey = event.clientX === 0 && event.clientY === 0;
    setAt(
      byKey
        ? { x: box.x + box.width / 2, y: box.y + box.height }
        : { x: event.clientX, y: event.clientY },
    );
  };
  const menu =
    at === null ? null : (
      <>
        <span ref={anchor} className={css.anchor} style={{ left: at.x, top: at.y }} />
        <Popover
          aria-label={label}
          isOpen
          triggerRef={anchor}
          placement="bottom start"
          offset={0}
          className={css.popover ?? ''}
          onOpenChange={(isOpen) => {
            if (!isOpen) setAt(null);
          }}
        >
          <AriaMenu
            aria-label={label}
            autoFocus="first"
            className={css.menu ?? ''}
            onClose={() => setAt(null)}
          >
            {items}
          </AriaMenu>
        </Popover>
      </>
    );
  return { onContextMenu: open, menu, isOpen: at !== null };
}
