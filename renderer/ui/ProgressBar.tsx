import type { CSSProperties } from 'react';
import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import css from './ProgressBar.module.css';

/** How much of something is done, 0..1. There is no bar for "unknown": say it in words. */
export function ProgressBar({ label, fraction }: { label: string; fraction: number }) {
  return (
    <AriaProgressBar
      aria-label={label}
      value={fraction}
      minValue={0}
      maxValue={1}
      className={css.bar ?? ''}
    >
      <span className={css.done} style={{ '--done': fraction } as CSSProperties} />
    </AriaProgressBar>
  );
}
