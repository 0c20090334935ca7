import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import css from './Button.module.css';
import { classNames } from './class-names.ts';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** `primary`: the one thing to do here. `danger`: loses something. `quiet`: beside others. */
  look?: 'plain' | 'primary' | 'quiet' | 'danger' | 'link';
  /** `large` in forms of their own, `wide` takes the whole line. */
  size?: 'normal' | 'large';
  wide?: boolean;
  /**
   * What it does is under way. It keeps the focus, which a disabled one loses, and Esc with it;
   * whoever handles its press passes over those that come meanwhile.
   */
  busy?: boolean;
  icon?: ReactNode;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({
  look = 'plain',
  size = 'normal',
  wide,
  busy = false,
  icon,
  children,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      data-busy={busy || undefined}
      className={classNames(css.button, css[look], css[size], wide === true && css.wide)}
    >
      {icon}
      {children}
    </AriaButton>
  );
}
