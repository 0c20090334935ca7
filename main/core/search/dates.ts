/** A span of time in this computer's zone: from <= t < to, ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const LOCAL_DAY = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/;
const MONTH = /^(\d{4})-(\d{1,2})$/;
const YEAR = /^(\d{4})$/;

const weekdays: readonly (readonly string[])[] = [
  ['sunday', 'minggu', 'ahad', 'الاحد'],
  ['monday', 'senin', 'الاثنين'],
  ['tuesday', 'selasa', 'الثلاثاء'],
  ['wednesday', 'rabu', 'الاربعاء'],
  ['thursday', 'kamis', 'الخميس'],
  ['friday', 'jumat', "jum'at", 'الجمعه', 'الجمعة'],
  ['saturday', 'sabtu', 'السبت'],
];

type Words = (today: Date) => Span;

const day = (at: Date, add: number): Date =>
  new Date(at.getFullYear(), at.getMonth(), at.getDate() + add);
const span = (from: Date, to: Date): Span => ({ from: from.getTime(), to: to.getTime() });
const days =
  (first: number, length = 1): Words =>
  (today) =>
    span(day(today, first), day(today, first + length));
/** Weeks begin on Monday, as offices count. */
const week =
  (ago: number): Words =>
  (today) => {
    const first = -((today.getDay() + 6) % 7) - 7 * ago;
    return days(first, 7)(today);
  };
const month =
  (ago: number): Words =>
  (today) =>
    span(
      new Date(today.getFullYear(), today.getMonth() - ago, 1),
      new Date(today.getFullYear(), today.getMonth() - ago + 1, 1),
    );

const named = new Map<string, Words>(
  (
    [
      [days(0), 'today', 'hari ini', 'اليوم'],
      [days(-1), 'yesterday', 'kemarin', 'امس', 'أمس'],
      [days(-2), 'kemarin lusa', 'kemarin dulu'],
      [week(0), 'this week', 'minggu ini', 'pekan ini'],
      [week(1), 'last week', 'minggu lalu', 'pekan lalu'],
      [month(0), 'this month', 'bulan ini'],
      [month(1), 'last month', 'bulan lalu'],
    ] as const
  ).flatMap(([words, ...names]) => names.map((name) => [name, words])),
);

/** Dates that people name by two words. */
export const dateWords = (text: string): boolean =>
  named.has(text.toLowerCase().replace(/-/g, ' '));

/**
 * The span that a date in a query means: `2026-11-20`, `20/11/2026`, `2026-11`, `2026`, and words
 * such as `yesterday`, `kemarin`, `senin` (the last one that has begun). Undefined: no date.
 */
export function parseDate(text: string, now: number): Span | undefined {
  const value = text.trim().toLowerCase();
  const today = new Date(now);
  const words = named.get(value.replace(/-(?=\p{L})/gu, ' '));
  if (words !== undefined) return words(today);
  const weekday = weekdays.findIndex((names) => names.includes(value));
  if (weekday >= 0) return days(-((today.getDay() - weekday + 7) % 7))(today);
  const [, year, monthOfYear, dayOfMonth] = DAY.exec(value) ?? [];
  if (year !== undefined) return dayOf(Number(year), Number(monthOfYear), Number(dayOfMonth));
  const [, first, second, last] = LOCAL_DAY.exec(value) ?? [];
  if (first !== undefined) return dayOf(Number(last), Number(second), Number(first));
  const [, ofYear, onlyMonth] = MONTH.exec(value) ?? [];
  if (ofYear !== undefined) {
    const index = Number(onlyMonth) - 1;
    if (index < 0 || index > 11) return undefined;
    return span(new Date(Number(ofYear), index, 1), new Date(Number(ofYear), index + 1, 1));
  }
  const [, wholeYear] = YEAR.exec(value) ?? [];
  if (wholeYear === undefined) return undefined;
  return span(new Date(Number(wholeYear), 0, 1), new Date(Number(wholeYear) + 1, 0, 1));
}

function dayOf(year: number, monthOfYear: number, dayOfMonth: number): Span | undefined {
  const from = new Date(year, monthOfYear - 1, dayOfMonth);
  // 31 February would be a day in March.
  if (from.getMonth() !== monthOfYear - 1 || from.getDate() !== dayOfMonth) return undefined;
  return span(from, day(from, 1));
}
