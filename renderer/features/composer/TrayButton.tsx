import type { ReactNode } from 'react';
import css from './Composer.module.css';

interface Props {
  label: string;
  pressed?: boolean;
  onPress: (button: HTMLElement) => void;
  children: ReactNode;
}

/** A small button under the field, which keeps the focus and its selection. */
export function TrayButton({ label, pressed, onPress, children }: Props) {
  return (
    <button
      type="button"
      className={css.tool}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onPress(event.currentTarget)}
    >
      {children}
    </button>
  );
}
