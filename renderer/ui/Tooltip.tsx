import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import { Keys } from './Kbd.tsx';
import css from './Tooltip.module.css';

interface Props {
  text: string;
  keys?: readonly string[] | undefined;
  placement?: 'top' | 'bottom' | 'end';
  /** A focusable component of react-aria. */
  children: ReactElement;
}

/** Names what is under the pointer or in focus, after a moment, ms. */
const DELAY = 500;

export function WithTooltip({ text, keys, placement = 'top', children }: Props) {
  return (
    <TooltipTrigger delay={DELAY} closeDelay={0}>
      {children}
      <Tooltip className={css.tooltip ?? ''} placement={placement} offset={6}>
        {text}
        {keys === undefined ? null : <Keys keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
