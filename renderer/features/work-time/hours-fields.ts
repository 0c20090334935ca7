import { MINUTES_A_DAY, type Hours } from '../../../shared/domain/hours.ts';
import { nextStart } from '../../../shared/domain/work-time.ts';

/** 450 as `07:30`, as a time field has it. */
const timeOf = (minute: number): string =>
  `${String(Math.floor((minute % MINUTES_A_DAY) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** `07:30` as 450; undefined where the field is not filled. */
function minuteOf(time: string): number | undefined {
  const found = /^(\d{2}):(\d{2})$/.exec(time);
  return found === null ? undefined : Number(found[1]) * 60 + Number(found[2]);
}

/** What stands in the fields. */
export interface HoursDraft {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

export const draftOf = ({ days, from, to }: Hours): HoursDraft => ({
  ...{ days, from: timeOf(from), to: timeOf(to) },
});

/** What the fields say; undefined where one is empty. Midnight ends a day. */
export function hoursOf({ days, from, to }: HoursDraft): Hours | undefined {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  if (start === undefined || end === undefined) return undefined;
  const sorted = days.toSorted((a, b) => a - b);
  return { days: sorted, from: start, to: end === 0 ? MINUTES_A_DAY : end };
}

export const sameHours = (a: Hours, b: Hours): boolean =>
  a.from === b.from && a.to === b.to && a.days.toSorted().join() === b.days.toSorted().join();

/** The names of the days of a week from Monday on; `2024-01-01` was one. */
export function dayNames(locale: string, style: 'short' | 'long'): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' });
  return [1, 2, 3, 4, 5, 6, 7].map((day) => format.format(Date.UTC(2024, 0, day)));
}

/** The beginning of a date field's day on this computer, so many days later; ms. */
export function startOfDay(date: string, daysLater = 0): number | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (found === null) return undefined;
  return new Date(Number(found[1]), Number(found[2]) - 1, Number(found[3]) + daysLater).getTime();
}

/** A moment as a date field has it. */
export function dateOf(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** When somebody's next day of work starts after today, ms. */
export function tomorrow(person: { timeZone: string; hours: Hours }, now: number): number {
  const midnight = startOfDay(dateOf(now), 1) ?? now;
  return nextStart({ bot: false, ...person }, undefined, midnight) ?? midnight;
}
