import { classNames } from './class-names.ts';
import css from './FilterChips.module.css';

interface Props<T extends string> {
  /** What a screen reader calls them together. */
  label: string;
  chips: readonly { readonly value: T; readonly label: string }[];
  value: T;
  onChange: (value: T) => void;
  className?: string | undefined;
}

/** What of a list is shown: one of a few. */
export function FilterChips<T extends string>({
  label,
  chips,
  value,
  onChange,
  className,
}: Props<T>) {
  return (
    <div className={classNames(css.chips, className)} role="group" aria-label={label}>
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          className={css.chip}
          aria-pressed={chip.value === value}
          onClick={() => onChange(chip.value)}
        >
          {chip.label}
        </button>
      ))}
    </div>
  );
}
