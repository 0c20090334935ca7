import type { ReactNode } from 'react';
import css from './ChoiceRows.module.css';

interface RowsProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Choices below one another, of which a press takes one. */
export const ChoiceRows = ({ label, children }: RowsProps) => (
  <div className={css.rows} role="group" aria-label={label}>
    {children}
  </div>
);

interface RowProps {
  /** For a choice that stands until another is taken: whether it is this one. */
  readonly taken?: boolean;
  readonly autoFocus: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

export const ChoiceRow = ({ taken, autoFocus, onPress, children }: RowProps) => (
  <button
    type="button"
    className={css.row}
    aria-pressed={taken}
    autoFocus={autoFocus}
    onClick={onPress}
  >
    {children}
  </button>
);
