import { useId, type ReactNode } from 'react';
import css from './settings.module.css';

/** A part of the settings, with its heading. */
export function SettingsSection({
  title,
  note,
  children,
}: {
  title: string;
  note?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={css.section} aria-labelledby={id}>
      <div className={css.heading}>
        <h3 id={id} className={css.title}>
          {title}
        </h3>
        {note === undefined ? null : <p className={css.note}>{note}</p>}
      </div>
      <div className={css.body}>{children}</div>
    </section>
  );
}
