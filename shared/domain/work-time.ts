import { MINUTES_A_DAY, type Hours } from './hours.ts';
import type { User } from './kinds/user.ts';
import { policyOf, type Workspace } from './kinds/workspace.ts';

/** Why nothing should ring for somebody now. */
export type OffReason = 'absent' | 'quiet' | 'holiday' | 'hours';

type Person = Pick<User, 'bot' | 'timeZone' | 'hours' | 'quietUntil' | 'absence'>;
type Company = Pick<Workspace, 'policy' | 'holidays'>;

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A day of a calendar, counted from 1970-01-01. */
type Day = number;

interface Local {
  day: Day;
  minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** Undefined for a name that this computer does not know as a time zone. */
function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  if (formats.has(timeZone)) return formats.get(timeZone);
  let format: Intl.DateTimeFormat | undefined;
  try {
    format = new Intl.DateTimeFormat('en-CA-u-hc-h23', {
      timeZone,
      ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit' },
    });
  } catch {
    format = undefined;
  }
  formats.set(timeZone, format);
  return format;
}

const wholeMinute = (at: number): number => Math.floor(at / MINUTE) * MINUTE;

/** How far the clocks of a time zone are ahead of UTC at a moment, ms. */
function askedOffset(format: Intl.DateTimeFormat, at: number): number {
  const part = Object.fromEntries(format.formatToParts(at).map((p) => [p.type, Number(p.value)]));
  const [year, month, day] = [part['year']!, part['month']! - 1, part['day']];
  return Date.UTC(year, month, day, part['hour'], part['minute']) - wholeMinute(at);
}

/** Of each time zone, how far its clocks are ahead of UTC as a day of UTC begins. */
const offsets = new WeakMap<Intl.DateTimeFormat, Map<number, number>>();
const MOST_DAYS = 2_000;

function offsetAsDayBegins(format: Intl.DateTimeFormat, day: number): number {
  const known = offsets.get(format) ?? new Map<number, number>();
  if (known.size > MOST_DAYS) known.clear();
  offsets.set(format, known);
  const offset = known.get(day) ?? askedOffset(format, day * DAY);
  known.set(day, offset);
  return offset;
}

/**
 * What the clocks of a time zone show, as a moment of UTC. To ask the system takes some ten
 * microseconds, and of whoever works around the clock a year of shifts is asked for: a day that
 * ends with the offset with which it began has had no other.
 */
function wallClock(format: Intl.DateTimeFormat, at: number): number {
  const day = Math.floor(at / DAY);
  const offset = offsetAsDayBegins(format, day);
  const still = offset === offsetAsDayBegins(format, day + 1);
  return wholeMinute(at) + (still ? offset : askedOffset(format, at));
}

/** Day and minute of a moment on the clocks of a time zone. */
function localOf(format: Intl.DateTimeFormat, at: number): Local {
  const wall = wallClock(format, at);
  const day = Math.floor(wall / DAY);
  return { day, minute: (wall - day * DAY) / MINUTE };
}

/** The moment at which clocks of a time zone show a minute of a day; beside a gap, the one after it. */
function momentOf(format: Intl.DateTimeFormat, day: Day, minute: number): number {
  const wall = day * DAY + minute * MINUTE;
  let at = wall;
  for (let i = 0; i < 3; i += 1) at += wall - wallClock(format, at);
  return at;
}

/** 1 Monday to 7 Sunday; the first day of all was a Thursday. */
const weekdayOf = (day: Day): number => ((day + 3) % 7) + 1;

export const hoursOf = (person: Pick<Person, 'hours'>, company: Company | undefined): Hours =>
  person.hours ?? policyOf(company).hours;

function isHoliday(company: Company | undefined, day: Day): boolean {
  if (company?.holidays === undefined) return false;
  const date = new Date(day * DAY).toISOString().slice(0, '2026-08-17'.length);
  return company.holidays.some((holiday) => holiday.date === date);
}

interface Shift {
  format: Intl.DateTimeFormat;
  hours: Hours;
  /** The day that it is there. */
  day: Day;
  /** The day on which the shift began that covers the moment; undefined where none does. */
  began: Day | undefined;
}

/** Undefined for somebody whose clock is not known. */
function shiftAt(person: Person, company: Company | undefined, now: number): Shift | undefined {
  const format = formatOf(person.timeZone);
  if (format === undefined) return undefined;
  const hours = hoursOf(person, company);
  const { day, minute } = localOf(format, now);
  const covers = (start: Day, at: number): boolean =>
    hours.days.includes(weekdayOf(start)) && at >= hours.from && at < endOf(hours);
  const began = covers(day, minute)
    ? day
    : covers(day - 1, minute + MINUTES_A_DAY)
      ? day - 1
      : undefined;
  return { format, hours, day, began };
}

/** The minute at which a shift ends, counted from the midnight before it began. */
const endOf = ({ from, to }: Hours): number => (to > from ? to : to + MINUTES_A_DAY);

function byTheClock(
  person: Person,
  company: Company | undefined,
  now: number,
): 'holiday' | 'hours' | null {
  const shift = shiftAt(person, company, now);
  // Of somebody whose clock is not known nobody can say that it is late.
  if (shift === undefined) return null;
  const { day, began } = shift;
  if (began === undefined) return isHoliday(company, day) ? 'holiday' : 'hours';
  return isHoliday(company, began) ? 'holiday' : null;
}

/** Why somebody is off at a moment (ms); null while they work. */
export function offReason(
  person: Person,
  company: Company | undefined,
  now: number,
): OffReason | null {
  if (person.bot) return null;
  const { absence, quietUntil } = person;
  if (absence != null && absence.from <= now && now < absence.until) return 'absent';
  if (quietUntil != null && now < quietUntil) return 'quiet';
  return byTheClock(person, company, now);
}

/** The first shift that begins after a moment, ms; undefined for somebody who never works. */
function nextShift(person: Person, company: Company | undefined, now: number): number | undefined {
  const format = formatOf(person.timeZone);
  if (format === undefined) return now;
  const { days, from } = hoursOf(person, company);
  let { day } = localOf(format, now);
  for (let i = 0; i < 400; i += 1, day += 1) {
    const start = momentOf(format, day, from);
    if (start > now && days.includes(weekdayOf(day)) && !isHoliday(company, day)) return start;
  }
  return undefined;
}

/**
 * When somebody who is off works again, ms; `now` for somebody who works. Undefined for somebody
 * who has no working hours within the next year.
 */
export function nextStart(
  person: Person,
  company: Company | undefined,
  now: number,
): number | undefined {
  let at: number | undefined = now;
  for (let i = 0; i < 50 && at !== undefined; i += 1) {
    const reason = offReason(person, company, at);
    if (reason === null) return at;
    if (reason === 'absent') at = person.absence?.until;
    else if (reason === 'quiet') at = person.quietUntil ?? undefined;
    else at = nextShift(person, company, at);
  }
  return undefined;
}

/**
 * When somebody who works stops, ms; `now` for somebody who is off. Undefined where that is not
 * known: for a bot, for a clock that is not known, and where shift follows shift for a year.
 */
export function nextEnd(
  person: Person,
  company: Company | undefined,
  now: number,
): number | undefined {
  const { absence } = person;
  const leaves = absence != null && absence.from > now ? absence.from : undefined;
  let at = now;
  for (let i = 0; i < 400; i += 1) {
    if (offReason(person, company, at) !== null) return at;
    const shift = person.bot ? undefined : shiftAt(person, company, at);
    if (shift?.began === undefined) return leaves;
    at = momentOf(shift.format, shift.began, endOf(shift.hours));
    if (leaves !== undefined && leaves <= at) return leaves;
  }
  return undefined;
}
