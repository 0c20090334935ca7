import type { ReactNode, RefObject } from 'react';
import { Dialog, Popover as AriaPopover } from 'react-aria-components';
import css from './Popover.module.css';

interface Props {
  label: string;
  placement?: 'top start' | 'bottom start' | 'bottom end' | 'top end' | 'end';
  /** Without a trigger around it: where it stands, and when. */
  triggerRef?: RefObject<HTMLElement | null>;
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

/** A small dialog beside what opened it. */
export function Popover({ label, placement = 'bottom start', children, ...state }: Props) {
  return (
    <AriaPopover className={css.popover ?? ''} placement={placement} offset={6} {...state}>
      <Dialog aria-label={label} className={css.dialog ?? ''}>
        {children}
      </Dialog>
    </AriaPopover>
  );
}
