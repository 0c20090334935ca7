import type { ReactNode, RefObject } from 'react';
import { Dialog, Popover as AriaPopover } from 'react-aria-components';
import { classNames } from './class-names.ts';
import css from './Popover.module.css';

interface Props {
  label: string;
  placement?: 'top start' | 'bottom start' | 'bottom end' | 'top end' | 'end';
  /** Without a trigger around it: where it stands, and when. */
  triggerRef?: RefObject<HTMLElement | null>;
  isOpen?: boolean;
  /** Higher than half of a low window: there it stands where there is room, not where it was opened. */
  tall?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

/** A small dialog beside what opened it. */
export function Popover({ label, placement = 'bottom start', tall, children, ...state }: Props) {
  return (
    <AriaPopover
      className={classNames(css.popover, tall && css.tall)}
      placement={placement}
      offset={6}
      {...state}
    >
      <Dialog aria-label={label} className={css.dialog ?? ''}>
        {children}
      </Dialog>
    </AriaPopover>
  );
}
