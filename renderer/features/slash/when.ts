const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NINE = 9;

/** A moment that words name, and the words without it. */
export interface When {
  /** ms */
  readonly at: number;
  readonly rest: string;
  /** A day was named and no time of it. */
  readonly wholeDay: boolean;
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:m|min|mins|minute|minutes|menit|mnt)$/, MINUTE],
  [/^(?:h|hr|hrs|hour|hours|jam)$/, HOUR],
  [/^(?:d|day|days|hari)$/, 24 * HOUR],
  [/^(?:w|week|weeks|minggu|pekan)$/, 7 * 24 * HOUR],
];
const UNIT = 'minutes?|mins?|menit|mnt|hours?|hrs?|jam|days?|hari|weeks?|minggu|pekan|[mhdw]';

/** `Date.getDay()` of a day's names; the longer one first. */
const WEEKDAYS: readonly (readonly [string, number])[] = [
  ['sunday|sun|minggu|ahad', 0],
  ['monday|mon|senin', 1],
  ['tuesday|tues|tue|selasa', 2],
  ['wednesday|wed|rabu', 3],
  ['thursday|thurs|thu|kamis', 4],
  ["friday|fri|jum'at|jumat", 5],
  ['saturday|sat|sabtu', 6],
];
const MONTHS = [
  ...['jan(?:uary|uari)?', 'feb(?:ruary|ruari)?', 'mar(?:ch|et)?', 'apr(?:il)?', 'may|mei'],
  ...['june?|juni', 'july?|juli', 'aug(?:ust)?|agustus|agu', 'sep(?:t|tember)?'],
  ...['o[ck]t(?:ober)?', 'nov(?:ember)?', 'de[cs](?:ember)?'],
];

const SPAN = [
  `(?:(?:in|for|dalam|selama|within)\\s+)?`,
  `(?:(?:\\d{1,3}(?:[.,]\\d)?\\s*(?:${UNIT})|half an hour|setengah jam|an? (?:hour|day|week|minute)|`,
  `sejam|sehari|seminggu|semenit)(?:\\s+(?:and\\s+|dan\\s+)?\\d{1,2}\\s*(?:${UNIT}))?)(?:\\s+lagi)?`,
].join('');
const DAY = [
  `(?:(?:on|pada|hari|next)\\s+)?(?:today|tonight|hari ini|nanti malam|tomorrow|besok lusa|besok|lusa|`,
  `${WEEKDAYS.map(([names]) => names).join('|')}|\\d{4}-\\d{2}-\\d{2}|`,
  `\\d{1,2}\\s+(?:${MONTHS.join('|')})(?:\\s+\\d{4})?|(?:${MONTHS.join('|')})\\s+\\d{1,2}|`,
  `\\d{1,2}\\/\\d{1,2}(?:\\/\\d{4})?)(?:\\s+depan)?`,
].join('');
const CLOCK = [
  `(?:(?:(?:at|pukul|jam|@)\\s*)?\\d{1,2}[:.]\\d{2}(?:\\s*(?:am|pm|pagi|siang|sore|malam))?|`,
  `(?:at|pukul|jam|@)\\s*\\d{1,2}(?:\\s*(?:am|pm|pagi|siang|sore|malam))?|`,
  `\\d{1,2}\\s*(?:am|pm|pagi|siang|sore|malam))`,
].join('');
const WHEN = `(?:${DAY}(?:\\s*,?\\s+${CLOCK})?|${CLOCK}(?:\\s*,?\\s+${DAY})?|${SPAN})`;
const AT_START = new RegExp(`^(${WHEN})(?=[\\s,:;.]|$)`, 'iu');
const AT_END = new RegExp(`(?<=^|[\\s,:;])(${WHEN})[.]?$`, 'iu');
const SPAN_ALONE = new RegExp(`^${SPAN}$`, 'iu');
const DAY_WITHIN = new RegExp(`(?<![\\p{L}\\d])${DAY}(?![\\p{L}\\d])`, 'iu');
const CLOCK_WITHIN = new RegExp(`(?<![\\p{L}\\d/-])${CLOCK}(?![\\p{L}\\d])`, 'iu');

/**
 * Reads a time in English or Indonesian at the beginning or at the end of a text: `in 2 hours`,
 * `besok 9:00`, `jam 3 sore`, `monday`, `25 des 10:00`. A day without a time is nine o'clock, a
 * time without a day is the next one. Null where there is none, or where it has passed.
 *
 * @param now ms, in the computer's time zone
 */
export function readWhen(text: string, now: number): When | null {
  const tidy = text.trim().replaceAll(/\s+/gu, ' ');
  for (const [pattern, start] of [
    [AT_START, true],
    [AT_END, false],
  ] as const) {
    const match = pattern.exec(tidy);
    if (match === null) continue;
    const words = match[1] ?? '';
    const at = momentOf(words.toLocaleLowerCase('en'), now);
    if (at === null || at.at <= now) continue;
    const rest = start ? tidy.slice(words.length) : tidy.slice(0, match.index);
    return { ...at, rest: rest.replace(/^[\s,:;.]+|[\s,:;]+$/gu, '') };
  }
  return null;
}

function momentOf(words: string, now: number): Omit<When, 'rest'> | null {
  // "jam 9" is a time of the day, "9 jam" a span.
  if (SPAN_ALONE.test(words)) return { at: now + spanOf(words), wholeDay: false };
  const dayWords = DAY_WITHIN.exec(words)?.[0];
  const without = dayWords === undefined ? words : words.replace(dayWords, ' ').trim();
  const clock = clockOf(CLOCK_WITHIN.exec(without)?.[0]);
  if (clock === null) return null;
  const day = dayWords === undefined ? null : dayOf(dayWords, now);
  if (dayWords !== undefined && day === null) return null;
  const evening = /tonight|nanti malam/.test(words);
  const noon = 12 * 60;
  const named = evening && clock !== undefined && clock < noon ? clock + noon : clock;
  const minute = named ?? (evening ? 19 : NINE) * 60;
  const date = new Date(day ?? now);
  date.setHours(Math.floor(minute / 60), minute % 60, 0, 0);
  if (day === null && date.getTime() <= now) date.setDate(date.getDate() + 1);
  return { at: date.getTime(), wholeDay: clock === undefined };
}

function spanOf(words: string): number {
  if (/half an hour|setengah jam/.test(words)) return 30 * MINUTE;
  let sum = 0;
  for (const match of words.matchAll(/(\d{1,3}(?:[.,]\d)?|\ban?\b|\bse)\s*(\p{L}+)/gu)) {
    const [, count = '', unit = ''] = match;
    const ms = UNITS.find(([names]) => names.test(unit))?.[1] ?? 0;
    const number = /\d/.test(count) ? Number(count.replace(',', '.')) : 1;
    sum += number * ms;
  }
  return sum;
}

/** Minutes after midnight; undefined where none is named, null where there is no such time. */
function clockOf(words: string | undefined): number | null | undefined {
  if (words === undefined) return undefined;
  const match = /(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|pagi|siang|sore|malam)?$/u.exec(words);
  if (match === null) return undefined;
  const [, hours = '', minutes = '0', part] = match;
  const hour = hourOf(Number(hours), part);
  return hour > 23 || Number(minutes) > 59 ? null : hour * 60 + Number(minutes);
}

function hourOf(hour: number, part: string | undefined): number {
  switch (part) {
    case 'am':
    case 'pagi':
      return hour === 12 ? 0 : hour;
    case 'pm':
    case 'sore':
      return hour < 12 ? hour + 12 : hour;
    case 'siang':
      return hour < 7 ? hour + 12 : hour;
    case 'malam':
      // One o'clock at night is after midnight, seven o'clock before it.
      return hour === 12 ? 0 : hour > 4 && hour < 12 ? hour + 12 : hour;
    default:
      return hour;
  }
}

/** Some moment of the day that is named; null where there is no such day. */
function dayOf(words: string, now: number): number | null {
  const inDays = (days: number): number => {
    const date = new Date(now);
    date.setDate(date.getDate() + days);
    return date.getTime();
  };
  if (/today|tonight|hari ini|nanti malam/.test(words)) return now;
  if (/besok lusa|\blusa\b/.test(words)) return inDays(2);
  if (/tomorrow|besok/.test(words)) return inDays(1);
  for (const [names, day] of WEEKDAYS) {
    if (!new RegExp(`(?<!\\p{L})(?:${names})(?!\\p{L})`, 'u').test(words)) continue;
    return inDays((day - new Date(now).getDay() + 7) % 7 || 7);
  }
  const year = new Date(now).getFullYear();
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(words);
  if (iso !== null) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), now);
  const slash = /(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?/.exec(words);
  if (slash !== null) {
    return dateOf(
      slash[3] === undefined ? null : Number(slash[3]),
      Number(slash[2]),
      Number(slash[1]),
      now,
    );
  }
  const month = MONTHS.findIndex((names) =>
    new RegExp(`(?<!\\p{L})(?:${names})(?!\\p{L})`, 'u').test(words),
  );
  const day = /(?<!\d)(\d{1,2})(?!\d)/.exec(words)?.[1];
  if (month < 0 || day === undefined) return null;
  const named = /\d{4}/.exec(words)?.[0];
  return dateOf(named === undefined ? null : Number(named), month + 1, Number(day), now, year);
}

/** Without a year: the next such day. */
function dateOf(
  year: number | null,
  month: number,
  day: number,
  now: number,
  thisYear = new Date(now).getFullYear(),
): number | null {
  const at = (of: number): Date => new Date(of, month - 1, day, 23, 59);
  const date = at(year ?? thisYear);
  if (date.getMonth() !== month - 1 || date.getDate() !== day) return null;
  return (year === null && date.getTime() <= now ? at(thisYear + 1) : date).getTime();
}
