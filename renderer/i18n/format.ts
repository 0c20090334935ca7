import { once, onceEach } from './once.ts';
import { isolate } from './isolate.ts';

/** Dates, numbers and lists in the person's locale and time zone. Times are ms. */
export interface Format {
  readonly locale: string;
  /** `08:12` */
  time(at: number): string;
  /** The time somewhere else: `19:42` in `Asia/Makassar`. */
  timeIn(at: number, timeZone: string): string;
  /** `Thursday, 19 November`; with the year where it is another. */
  day(at: number): string;
  /** `19 November 2026` */
  date(at: number): string;
  /** `19 November 2026, 08:12`, for a tooltip. */
  full(at: number): string;
  /** As short as it can be: the time today, the weekday this week, the day before that. */
  brief(at: number, now: number): string;
  /** The time today, with the weekday or the day before it where it was earlier. */
  moment(at: number, now: number): string;
  /** `today at 09:02`, `Tuesday at 09:02`, `3 Nov at 09:02`, to stand inside a sentence. */
  when(at: number, now: number): string;
  /** The end of something: the time today, with the weekday or the day after that. */
  until(at: number, now: number): string;
  /** The day of the month and the time: `30 Nov, 09:00`. */
  dated(at: number, now: number): string;
  /** The day that begins then, with nothing of its time; null where none does. */
  dayBegun(at: number, now: number): string | null;
  /** How long ago or ahead, in one unit: `3 min`. */
  span(ms: number): string;
  /** The length of what plays, or a place in it: `1:03`, `1:02:03`. */
  playtime(ms: number): string;
  number(value: number): string;
  percent(fraction: number): string;
  list(items: readonly string[]): string;
  /** `84 KB` */
  bytes(size: number): string;
  compare(a: string, b: string): number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** By time zone. Each message's time asks. */
const calendars = new Map<string | undefined, Intl.DateTimeFormat>();

/** Calendar days from one time to another in a time zone. */
export function daysBetween(from: number, to: number, timeZone: string | undefined): number {
  let calendar = calendars.get(timeZone);
  if (calendar === undefined) {
    calendar = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    calendars.set(timeZone, calendar);
  }
  const day = (at: number): number => Date.parse(`${calendar.format(at)}T00:00Z`) / DAY;
  return Math.round(day(to) - day(from));
}

export function formatFor(locale: string, timeZone?: string): Format {
  const dates = (options: Intl.DateTimeFormatOptions): ((at: number) => string) => {
    const format = once(() => new Intl.DateTimeFormat(locale, { timeZone, ...options }));
    return (at) => format().format(at);
  };
  // `08:12`, but `8:12 AM`.
  const { hour12 } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
  const clock = { hour: hour12 === true ? 'numeric' : '2-digit', minute: '2-digit' } as const;
  const time = dates(clock);
  const clockIn = onceEach((zone) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...clock }));
  const weekday = dates({ weekday: 'short' });
  const longWeekday = dates({ weekday: 'long' });
  const shortDay = dates({ day: 'numeric', month: 'short' });
  const shortDayOfYear = dates({ day: 'numeric', month: 'short', year: 'numeric' });
  const longDay = dates({ weekday: 'long', day: 'numeric', month: 'long' });
  const longDayOfYear = dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const date = dates({ dateStyle: 'long' });
  const full = dates({ dateStyle: 'long', timeStyle: 'short' });
  const year = dates({ year: 'numeric' });
  const relativeDay = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const number = once(() => new Intl.NumberFormat(locale));
  const twoDigits = once(() => new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 }));
  const percent = once(
    () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
  );
  const collator = once(() => new Intl.Collator(locale, { sensitivity: 'base', numeric: true }));
  // Some regions of English write "3 mins", which is neither short nor steady.
  const unitLocale = locale.startsWith('en') ? 'en' : locale;
  const units = (maximumFractionDigits: number): ((name: string) => Intl.NumberFormat) =>
    onceEach(
      (name) =>
        new Intl.NumberFormat(unitLocale, {
          style: 'unit',
          unit: name,
          // A byte has no short form, and the short style knows no plural of it.
          unitDisplay: name === 'byte' ? 'long' : 'short',
          maximumFractionDigits,
        }),
    );
  const whole = units(0);
  const small = units(1);
  const unit = (value: number, name: string): string =>
    (value < 10 ? small : whole)(name).format(value);
  const rightToLeft = locale.startsWith('ar');
  const comma = rightToLeft ? '، ' : ', ';
  const sameYear = (a: number, b: number): boolean => year(a) === year(b);
  const dayBefore = (at: number, now: number): string =>
    sameYear(at, now) ? shortDay(at) : shortDayOfYear(at);
  const ahead = (at: number, now: number): string =>
    daysBetween(now, at, timeZone) < 7 ? longWeekday(at) : dayBefore(at, now);

  const brief = (at: number, now: number): string => {
    const days = daysBetween(at, now, timeZone);
    if (days <= 0) return time(at);
    return days < 7 ? weekday(at) : dayBefore(at, now);
  };

  return {
    locale,
    time,
    timeIn: (at, zone) => clockIn(zone).format(at),
    day: (at) => (sameYear(at, Date.now()) ? longDay(at) : longDayOfYear(at)),
    date,
    full,
    brief,
    moment: (at, now) =>
      daysBetween(at, now, timeZone) <= 0 ? time(at) : `${brief(at, now)}${comma}${time(at)}`,
    when(at, now) {
      const days = daysBetween(at, now, timeZone);
      const day =
        Math.abs(days) <= 1
          ? relativeDay().format(-days, 'day')
          : days < 7 && days > 0
            ? longWeekday(at)
            : dayBefore(at, now);
      return `${day}${comma}${time(at)}`;
    },
    until(at, now) {
      return daysBetween(now, at, timeZone) <= 0
        ? time(at)
        : `${ahead(at, now)}${comma}${time(at)}`;
    },
    dated: (at, now) => `${dayBefore(at, now)}${comma}${time(at)}`,
    dayBegun: (at, now) => (daysBetween(at - 1, at, timeZone) === 0 ? null : ahead(at, now)),
    span(ms) {
      const size = Math.abs(ms);
      if (size < HOUR) return unit(Math.max(1, Math.round(size / MINUTE)), 'minute');
      if (size < DAY) return unit(Math.round(size / HOUR), 'hour');
      return unit(Math.round(size / DAY), 'day');
    },
    playtime(ms) {
      const seconds = Math.floor(ms / 1_000);
      const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
      const rest = twoDigits().format(seconds % 60);
      return hours === 0
        ? `${number().format(minutes)}:${rest}`
        : `${number().format(hours)}:${twoDigits().format(minutes)}:${rest}`;
    },
    number: (value) => number().format(value),
    percent: (fraction) => percent().format(fraction),
    list: (items) => list().format(rightToLeft ? items.map(isolate) : items),
    bytes(size) {
      if (size < 1_000) return unit(size, 'byte');
      if (size < 1_000_000) return unit(size / 1_000, 'kilobyte');
      if (size < 1_000_000_000) return unit(size / 1_000_000, 'megabyte');
      return unit(size / 1_000_000_000, 'gigabyte');
    },
    compare: (a, b) => collator().compare(a, b),
  };
}
