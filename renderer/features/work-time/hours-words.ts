import { MINUTES_A_DAY, type Hours } from '../../../shared/domain/hours.ts';
import type { Format } from '../../i18n/format.ts';
import type { Say } from '../../i18n/words.ts';
import { dayNames } from './hours-fields.ts';

/** `Mon–Fri, 08:00–17:00`; days that do not follow one another are listed. Empty where nobody works. */
export function hoursWords({ days, from, to }: Hours, t: Say, format: Format): string {
  if (days.length === 0) return '';
  const time = (minute: number): string =>
    format.timeIn(Date.UTC(2024, 0, 1, 0, minute % MINUTES_A_DAY), 'UTC');
  return t('workTime.daysAndHours', {
    days: days.length === 7 ? t('workTime.everyDay') : daysWords(days, format.locale),
    hours: to - from === MINUTES_A_DAY ? t('workTime.allDay') : `${time(from)}–${time(to)}`,
  });
}

function daysWords(days: Hours['days'], locale: string): string {
  const sorted = days.toSorted((a, b) => a - b);
  const names = dayNames(locale, 'short');
  const named = sorted.map((day) => names[day - 1] ?? '');
  const together = sorted.every((day, at) => day === (sorted[0] ?? 0) + at);
  return together && sorted.length > 2
    ? `${named[0]}–${named.at(-1)}`
    : new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' }).format(named);
}
