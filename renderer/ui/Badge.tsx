import { useFormat } from '../i18n/words-context.tsx';
import css from './Badge.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** A red count of what waits for the person. `label` says it in words. */
export function Badge({ count, label }: { count: number; label: string }) {
  const format = useFormat();
  return (
    <span className={css.badge}>
      <span aria-hidden>{count > 99 ? `${format.number(99)}+` : format.number(count)}</span>
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
