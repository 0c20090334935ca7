import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import css from './PageBody.module.css';

/** Below the head of the main pane: a column that is easy to read, and scrolls. */
export function PageBody({ children }: { children: ReactNode }) {
  return (
    <div className={css.page}>
      <div className={css.column}>{children}</div>
    </div>
  );
}

interface ListProps {
  /** What a screen reader calls it. */
  label: string;
  /** Its entries are cards with a space between them. */
  cards?: boolean;
  /** The button for what is below the last entry; none where that is the end. */
  more?: { readonly label: string; readonly onPress: () => void } | undefined;
  children: ReactNode;
}

/** A list that fills such a column. */
export function PageList({ label, cards = false, more, children }: ListProps) {
  return (
    <>
      <ul className={classNames(cards && css.cards)} aria-label={label}>
        {children}
      </ul>
      {more === undefined ? null : (
        <div className={css.more}>
          <Button onPress={more.onPress}>{more.label}</Button>
        </div>
      )}
    </>
  );
}
