import { Label, Radio, RadioGroup } from 'react-aria-components';
import { classNames } from './class-names.ts';
import css from './Choice.module.css';

interface Option<T extends string> {
  value: T;
  label: string;
  note?: string;
  /** A colour, as CSS writes it, that stands before the words. */
  swatch?: string;
}

interface Props<T extends string> {
  label: string;
  value: T;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
  /** Beside one another, for short words. */
  inline?: boolean;
}

/** One of a few, all of them in sight. */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
  inline = false,
}: Props<T>) {
  return (
    <RadioGroup
      value={value}
      onChange={(chosen) => onChange(chosen as T)}
      orientation={inline ? 'horizontal' : 'vertical'}
      className={css.group ?? ''}
    >
      <Label className={css.label ?? ''}>{label}</Label>
      <div className={inline ? css.inline : css.options}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            className={classNames(css.option, inline && css.short)}
          >
            <span className={css.mark} />
            {option.swatch === undefined ? null : (
              <span className={css.swatch} style={{ background: option.swatch }} />
            )}
            <span className={css.words}>
              {option.label}
              {option.note === undefined ? null : <span className={css.note}>{option.note}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
