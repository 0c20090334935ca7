import type { Hours } from '../../../shared/domain/hours.ts';
import { dayNames } from './hours-fields.ts';

/** `Mon-Fri, 08:00-17:00`; days that do not follow one another are listed. Empty where nobody works. */
export function hoursWords({ days, from, to }: Hours, locale: string): string {
  const sorted = days.toSorted((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return '';
  const names = dayNames(locale, 'short');
  const name = (day: number): string => names[day - 1] ?? '';
  const together = sorted.length > 2 && last - first === sorted.length - 1;
  const when = together
    ? `${name(first)}–${name(last)}`
    : new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' }).format(
        sorted.map(name),
      );
  const clock = new Intl.DateTimeFormat(locale, {
    ...({ hour: '2-digit', minute: '2-digit', timeZone: 'UTC' } as const),
  });
  const time = (minute: number): string => clock.format(Date.UTC(2024, 0, 1, 0, minute % 1_440));
  return `${when}, ${time(from)}–${time(to)}`;
}
