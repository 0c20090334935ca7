import type { ReactNode } from 'react';
import css from './EmptyState.module.css';

interface Props {
  icon: ReactNode;
  title: string;
  note: string;
  /** The one thing to do, and seldom another beside it. */
  action?: ReactNode;
  /** In a panel or a list rather than a whole pane. */
  small?: boolean;
}

/** What a pane says while it has nothing to show. */
export function EmptyState({ icon, title, note, action, small = false }: Props) {
  return (
    <div className={small ? css.small : css.empty}>
      <span className={css.icon} aria-hidden>
        {icon}
      </span>
      <p className={css.title}>{title}</p>
      <p className={css.note}>{note}</p>
      {action === undefined ? null : <div className={css.action}>{action}</div>}
    </div>
  );
}
