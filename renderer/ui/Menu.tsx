import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  Popover,
  Separator,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Keys } from './Kbd.tsx';
import css from './Menu.module.css';

/** The items of a menu in its popover, for use inside a `MenuTrigger` or a `ContextMenu`. */
export function MenuPopover({
  label,
  placement = 'bottom start',
  children,
}: {
  label: string;
  placement?:
    | 'bottom start'
    | 'bottom end'
    | 'top start'
    | 'top end'
    | 'right bottom'
    | 'end bottom';
  children: ReactNode;
}) {
  return (
    <Popover className={css.popover ?? ''} placement={placement} offset={4}>
      <AriaMenu aria-label={label} className={css.menu ?? ''}>
        {children}
      </AriaMenu>
    </Popover>
  );
}

interface ItemProps {
  onAction: () => void;
  icon?: ReactNode;
  /** Keys that do the same. */
  keys?: readonly string[] | undefined;
  danger?: boolean;
  checked?: boolean;
  children: string;
}

export function MenuItem({
  onAction,
  icon,
  keys,
  danger = false,
  checked = false,
  children,
}: ItemProps) {
  return (
    <AriaMenuItem
      onAction={onAction}
      textValue={children}
      className={classNames(css.item, danger && css.danger)}
    >
      {icon}
      <span className={css.text}>{children}</span>
      {checked ? <Check /> : null}
      {keys === undefined ? null : <Keys keys={keys} />}
    </AriaMenuItem>
  );
}

export const MenuLine = () => <Separator className={css.line ?? ''} />;
