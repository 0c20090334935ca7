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
  icon?: ReactNode;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({
  look = 'plain',
  size = 'normal',
  wide,
  icon,
  children,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={classNames(css.button, css[look], css[size], wide === true && css.wide)}
    >
      {icon}
      {children}
    </AriaButton>
  );
}
