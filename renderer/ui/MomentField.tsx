import { parseDate, parseDateTime, parseTime } from '@internationalized/date';
import type { KeyboardEvent } from 'react';
import { DateField, DateInput, DateSegment, TimeField } from 'react-aria-components';
import { classNames } from './class-names.ts';
import css from './field.module.css';
import { FieldLabel, FieldNote, type FieldWords } from './FieldParts.tsx';

interface Props extends FieldWords {
  /** A day `2026-12-25`, a time `14:30`, or both `2026-12-25T14:30`; that is what `value` is like. */
  of: 'day' | 'time' | 'moment';
  /** Empty: none. */
  value: string;
  /** Empty as long as a part is missing. */
  onChange: (value: string) => void;
  autoFocus?: boolean;
}

/**
 * A day or a time of the person's own clock, part by part, in the order and with the signs of their
 * language. The browser's own fields follow the language of the system instead.
 */
export function MomentField({ of, value, onChange, ...props }: Props) {
  const { label, optional, hint, good, problem, autoFocus } = props;
  const common = {
    className: css.field ?? '',
    isInvalid: problem !== undefined,
    autoFocus: autoFocus ?? false,
    shouldForceLeadingZeros: true,
    onKeyDown: submitByEnter,
  };
  const parts = (
    <>
      <FieldLabel label={label} optional={optional ?? false} />
      <DateInput className={classNames(css.box, css.parts)}>
        {(segment) => <DateSegment segment={segment} className={css.segment ?? ''} />}
      </DateInput>
      <FieldNote hint={hint} good={good} problem={problem} />
    </>
  );
  if (of === 'time') {
    return (
      <TimeField
        {...common}
        value={readable(parseTime, value)}
        onChange={(time) => onChange(time === null ? '' : time.toString().slice(0, 5))}
      >
        {parts}
      </TimeField>
    );
  }
  const day = of === 'day';
  return (
    <DateField
      {...common}
      granularity={day ? 'day' : 'minute'}
      value={day ? readable(parseDate, value) : readable(parseDateTime, value)}
      onChange={(date) => onChange(date === null ? '' : date.toString().slice(0, day ? 10 : 16))}
    >
      {parts}
    </DateField>
  );
}

/** Null for an empty one, and for one that is no such moment. */
function readable<T>(parse: (value: string) => T, value: string): T | null {
  try {
    return value === '' ? null : parse(value);
  } catch {
    return null;
  }
}

/** As in a field for text: what the form's button does, where it can be pressed. */
function submitByEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.target instanceof Element)) return;
  const form = event.target.closest('form');
  const buttons = [...(form?.elements ?? [])].filter((one) => one instanceof HTMLButtonElement);
  const button = buttons.find(({ type }) => type === 'submit');
  if (button?.disabled === false) form?.requestSubmit(button);
}
