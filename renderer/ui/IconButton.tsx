import type { ReactNode, Ref } from 'react';
import { Button, type ButtonProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import css from './IconButton.module.css';
import { WithTooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonProps, 'className' | 'style' | 'children'> {
  /** Said by screen readers and shown on hover. */
  label: string;
  /** Keys that do the same, for the tooltip. */
  keys?: readonly string[] | undefined;
  size?: 'normal' | 'small' | 'large';
  /** Drawn as switched on. */
  active?: boolean;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** A button that is an icon, with its name in a tooltip. */
export function IconButton({
  label,
  keys,
  size = 'normal',
  active,
  children,
  ...rest
}: IconButtonProps) {
  return (
    <WithTooltip text={label} keys={keys}>
      <Button
        {...rest}
        aria-label={label}
        className={classNames(css.button, css[size], active === true && css.active)}
      >
        {children}
      </Button>
    </WithTooltip>
  );
}
