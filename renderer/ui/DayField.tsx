import { useFormat } from '../i18n/words-context.tsx';
import { TextField, type TextFieldProps } from './TextField.tsx';

/** Noon, so that it is that day in every zone. */
const noonOf = (day: string): number => Date.parse(`${day}T12:00:00`);

/**
 * A day, as `2026-12-25`. The system's own field writes it as the system does, which may be another
 * way round than the person's language: below it stands which day that is.
 */
export function DayField(
  props: Omit<TextFieldProps, 'type' | 'hint' | 'value'> & { value: string },
) {
  const format = useFormat();
  const noon = noonOf(props.value);
  return (
    <TextField
      {...props}
      type="date"
      hint={Number.isFinite(noon) ? format.date(noon) : undefined}
    />
  );
}
